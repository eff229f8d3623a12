// Telephones that calls could not be put through to: theirs is the fault where the same call reached another one, and else the carrier's.
import type { RingResult, TraceEntry } from "#core/helpline/call";
import { quarantine } from "#core/helpline/desk";
import { withRecords } from "#core/helpline/state";
import type { Position } from "#core/helpline/state";
import { deriveId } from "#core/id";

/** What the carrier says only of a telephone that it got through to. */
const REACHED: ReadonlySet<RingResult> = new Set([
  "no-answer",
  "engaged",
  "unaccepted",
  "declined",
  "accepted",
  "talked",
]);

export function isReached(result: RingResult): boolean {
  return REACHED.has(result);
}

/** What is known since a ring is over: those who failed before are to blame once another was reached, and who fails after that at once. */
export function blameFailing(before: Position, after: Position, now: number): Position {
  if (!after.call.trace.some(reaches)) return after;
  const known = before.call.trace.some(reaches) ? failedIn(before) : [];
  const guilty = failedIn(after).filter((volunteerId) => !known.includes(volunteerId));
  return guilty.reduce((position, volunteerId) => quarantine(position, volunteerId, now), after);
}

/** Operators hear of a call for which not one telephone could be rung: nobody can tell whose fault it is, and nobody is passed over. */
export function tellNoneReached(position: Position, now: number): Position {
  const { trace } = position.call;
  const count = trace.filter(fails).length;
  if (count === 0 || trace.some(reaches)) return position;
  const { config, helplineId } = position.pinned;
  const tried = count === 1 ? "the one telephone" : `any of the ${count} telephones`;
  return withRecords(position, {
    kind: "alarm",
    id: deriveId("calls-failing", position.call.id),
    alarm: "calls-failing",
    subject: helplineId,
    text: `A call to ${config.name} could not be put through to ${tried} that it was to ring.`,
    at: now,
  });
}

function failedIn({ call }: Position): readonly string[] {
  return call.trace.flatMap((entry) => (entry.kind === "rang" && fails(entry) ? [entry.volunteerId] : []));
}

function fails(entry: TraceEntry): boolean {
  return (entry.kind === "rang" || entry.kind === "forwarded") && entry.result === "bad-number";
}

function reaches(entry: TraceEntry): boolean {
  return (entry.kind === "rang" || entry.kind === "forwarded") && isReached(entry.result);
}
