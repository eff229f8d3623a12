// When a campaign has to be stopped by itself: something is wrong that every further message would only make worse.
import { describeFailure } from "#core/campaign/reasons";
import { failureOf } from "#core/status";

/** Filtered as spam, opted out, outside WhatsApp's window: each by itself happens, a rising share says the audience or text is wrong. */
const WATCHED = {
  30_007: "filtered by carriers as unwanted (30007)",
  21_610: "to people who had opted out with the carrier (21610)",
  63_016: "outside WhatsApp's 24-hour window (63016)",
} as const;
type Watched = keyof typeof WATCHED;

/** Fewer say nothing about a share. */
const SAMPLE_MIN = 20;
/** Carriers begin to block senders around such shares (Twilio, "Messaging Insights: error rates"). */
const SHARE_MAX = 0.1;

/** What became of the latest messages, newest last: empty for went, else code and message, since news may come twice. */
export type Tape = readonly string[];
const TAPE_MAX = 200;

export function record(tape: Tape, code: number | null, messageId: string): Tape {
  const entry = `${code}:${messageId}`;
  return tape.includes(entry) ? tape : [...tape, entry].slice(-TAPE_MAX);
}

/** Adds so many that the carrier accepted. */
export function recordAccepted(tape: Tape, count: number): Tape {
  return [...tape, ...Array<string>(Math.min(count, TAPE_MAX)).fill("")].slice(-TAPE_MAX);
}

/** Why the campaign must pause after this failure, in words; null = it may go on. */
export function reasonToPause(tape: Tape, code: number | null): string | null {
  const failure = failureOf(code);
  if (failure === "pause" || failure === "configuration")
    return `The carrier refuses everything from this line until its set-up is changed (${code}: ${describeFailure(code)}).`;
  if (!isWatched(code)) return null;
  const count = tape.filter((entry) => entry.startsWith(`${code}:`)).length;
  if (tape.length < SAMPLE_MIN || count / tape.length <= SHARE_MAX) return null;
  return `Of the last ${tape.length} messages ${count} were ${WATCHED[code]}.`;
}

function isWatched(code: number | null): code is Watched {
  return code !== null && Object.hasOwn(WATCHED, code);
}
