// The calls of a group counted: what they came to, at which hours, and how long callers waited.
import type { CallOutcome } from "#core/helpline/call";
import { hourIn } from "#core/zone-clock";

export interface CountedCall {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly answeredAt: number | null;
  /** Null while it is under way. */
  readonly outcome: CallOutcome | null;
}

export interface CallFigures {
  readonly calls: number;
  readonly underWay: number;
  readonly outcomes: Readonly<Record<CallOutcome, number>>;
  /** From 0 to 23 by the group's clock. Blocked callers are in none. */
  readonly hours: readonly { readonly hour: number; readonly answered: number; readonly missed: number }[];
  /** Seconds from the call to the "1" of a volunteer; null where nobody answered. */
  readonly secondsToAnswer: { readonly median: number; readonly p90: number } | null;
}

/** `zone` is the group's; one that this runtime does not know is read as UTC. */
export function countCalls(calls: readonly CountedCall[], zone: string): CallFigures {
  const outcomes = { answered: 0, forwarded: 0, voicemail: 0, informed: 0, blocked: 0, missed: 0 };
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, answered: 0, missed: 0 }));
  const waits: number[] = [];
  for (const { startedAt, answeredAt, outcome } of calls) {
    if (outcome === null) continue;
    outcomes[outcome] += 1;
    const hour = hours[hourIn(zone, startedAt)];
    if (hour !== undefined && wasAnswered(outcome)) hour.answered += 1;
    if (hour !== undefined && wasMissed(outcome)) hour.missed += 1;
    if (answeredAt !== null && outcome === "answered")
      waits.push(Math.round((answeredAt - startedAt) / 1_000));
  }
  waits.sort((one, other) => one - other);
  const underWay = calls.filter(({ outcome }) => outcome === null).length;
  const secondsToAnswer =
    waits.length === 0 ? null : { median: percentile(waits, 0.5), p90: percentile(waits, 0.9) };
  return { calls: calls.length, underWay, outcomes, hours, secondsToAnswer };
}

/** Somebody talked with them. */
export function wasAnswered(outcome: CallOutcome): boolean {
  return outcome === "answered" || outcome === "forwarded";
}

/** They wanted to talk with somebody, and did not; also where they left a message instead. */
export function wasMissed(outcome: CallOutcome): boolean {
  return outcome === "missed" || outcome === "voicemail";
}

/** Nearest rank, of values in ascending order. */
function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
