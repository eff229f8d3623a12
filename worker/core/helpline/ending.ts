// The end of a call: by whom, what it came to, and when one whose end nobody reports is over all the same.
import type { CallOutcome, TraceEntry } from "#core/helpline/call";
import { withCall, withTrace } from "#core/helpline/state";
import type { Call, Position } from "#core/helpline/state";

const MINUTE_MS = 60_000;
/** Twilio ends a dial after four hours by itself (`timeLimit`), and so does the volunteer's lease. */
export const TALK_MS_MAX = 240 * MINUTE_MS;
/** Greeting and whisper take a minute or two; an end that was not reported five minutes later never will be. */
const REPORT_MS = 5 * MINUTE_MS;
/** A menu is read out in every language it is written in, a minute each: nobody listens to more than ten. */
const MENU_MS = 10 * MINUTE_MS;

/** Ends it once; who ended it first is right. */
export function endCall(
  position: Position,
  by: Extract<TraceEntry, { kind: "ended" }>["by"],
  now: number,
): Position {
  if (position.call.endedAt !== null) return position;
  return withOutcome(withCall(withTrace(position, { kind: "ended", by, at: now }), { endedAt: now }));
}

/** What it came to, by its trace: a message may be reported after the end. */
export function withOutcome(position: Position): Position {
  if (position.call.endedAt === null) return position;
  return withCall(position, { outcome: outcomeOf(position.call.trace) });
}

function outcomeOf(trace: readonly TraceEntry[]): CallOutcome {
  const has = (fits: (entry: TraceEntry) => boolean) => trace.some(fits);
  if (has(({ kind }) => kind === "blocked")) return "blocked";
  if (has((entry) => entry.kind === "rang" && entry.result === "talked")) return "answered";
  if (has((entry) => entry.kind === "forwarded" && entry.result === "talked")) return "forwarded";
  if (has((entry) => entry.kind === "recorded" && entry.seconds !== 0)) return "voicemail";
  const heard = trace.findLast(({ kind }) => kind === "menu" || kind === "rang" || kind === "voicemail");
  return heard?.kind === "menu" && heard.choice === "say" ? "informed" : "missed";
}

/** When a call is over though nobody said so. Epoch milliseconds. */
export function closesAt({ stage, startedAt }: Call, ringSeconds: number, secondsMax: number): number {
  switch (stage.kind) {
    case "menu":
      return stage.since + MENU_MS + REPORT_MS;
    case "ringing":
      return stage.acceptedAt === null
        ? stage.since + ringSeconds * 1_000 + REPORT_MS
        : stage.acceptedAt + TALK_MS_MAX + REPORT_MS;
    case "forwarding":
      return stage.since + TALK_MS_MAX + REPORT_MS;
    case "voicemail":
      return stage.since + secondsMax * 1_000 + REPORT_MS;
    case "over":
      return startedAt;
    default:
      return stage satisfies never;
  }
}
