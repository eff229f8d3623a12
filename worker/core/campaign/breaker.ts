// When a campaign has to be stopped by itself: something is wrong that every further message would only make worse.
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

/** What became of the latest messages, newest last: 0 for went, else the code. */
export type Tape = readonly number[];
const TAPE_MAX = 200;

export function record(tape: Tape, code: number | null): Tape {
  return [...tape, code ?? 0].slice(-TAPE_MAX);
}

/** Adds so many that the carrier accepted. */
export function recordAccepted(tape: Tape, count: number): Tape {
  return [...tape, ...Array<number>(Math.min(count, TAPE_MAX)).fill(0)].slice(-TAPE_MAX);
}

/** Why the campaign must pause after this failure, in words; null = it may go on. */
export function reasonToPause(tape: Tape, code: number | null): string | null {
  const failure = failureOf(code);
  if (failure === "pause" || failure === "configuration")
    return `The carrier refuses everything from this line until its set-up is changed (${code}: ${WORDS[code ?? 0] ?? "not allowed"}).`;
  if (!isWatched(code)) return null;
  const count = tape.filter((other) => other === code).length;
  if (tape.length < SAMPLE_MIN || count / tape.length <= SHARE_MAX) return null;
  return `Of the last ${tape.length} messages ${count} were ${WATCHED[code]}.`;
}

function isWatched(code: number | null): code is Watched {
  return code !== null && Object.hasOwn(WATCHED, code);
}

/** Twilio, "Error and warning dictionary". */
const WORDS: Readonly<Record<number, string>> = {
  21_408: "sending to this region is not enabled",
  21_606: "this sender may not write to this number",
  21_212: "the sender is not valid",
  21_612: "this sender and recipient cannot be connected",
  30_034: "the number is not registered for A2P 10DLC",
  30_032: "the toll-free number is not verified",
  30_002: "the account is suspended",
};
