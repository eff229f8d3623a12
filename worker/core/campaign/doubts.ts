// Recipients whose objects may hold a claim that nobody reported on. They look it up by themselves, unless their alarm is lost
// as well: so they are looked after, once that has had its time.
import type { PumpJob } from "#core/campaign/jobs";
import type { Progress } from "#core/campaign/progress";

export interface Doubt {
  readonly messageId: string;
  /** When to look after it. Epoch milliseconds. */
  readonly at: number;
}

/** An object looks up a claim after two minutes, and what it finds is in D1 seconds later. */
const LOOKED_AFTER_MS = 300_000;
/** A job that was not confirmed in this time is given out again. */
const JOB_LOST_MS = 60_000;
/** Each is a call to an object; a queue message is small. */
const JOB_MAX = 50;

type LookAfter = Extract<PumpJob, { kind: "look-after" }>;

/** Remembers them; what is in doubt already keeps its time. */
export function doubt(progress: Progress, messageIds: readonly string[], now: number): Progress {
  const known = new Set(doubtsOf(progress).map(({ messageId }) => messageId));
  const fresh = messageIds.filter((id) => !known.has(id));
  if (fresh.length === 0) return progress;
  const at = now + LOOKED_AFTER_MS;
  return { ...progress, doubts: [...doubtsOf(progress), ...fresh.map((messageId) => ({ messageId, at }))] };
}

/** Who is to be looked after now, as a job; null for nobody. */
export function lookAfter(
  progress: Progress,
  now: number,
): { readonly progress: Progress; readonly job: LookAfter } | null {
  const due = doubtsOf(progress)
    .filter(({ at }) => at <= now)
    .slice(0, JOB_MAX);
  if (due.length === 0) return null;
  const { campaignId, lineId } = progress;
  const messageIds = due.map(({ messageId }) => messageId);
  const doubts = doubtsOf(progress).map((one) =>
    messageIds.includes(one.messageId) ? { ...one, at: now + JOB_LOST_MS } : one,
  );
  return { progress: { ...progress, doubts }, job: { kind: "look-after", campaignId, lineId, messageIds } };
}

/** They were looked after. */
export function withoutDoubts(progress: Progress, messageIds: readonly string[]): Progress {
  return { ...progress, doubts: doubtsOf(progress).filter((one) => !messageIds.includes(one.messageId)) };
}

/** When the first of them is to be looked after; null for none. */
export function nextDoubtAt(progress: Progress): number | null {
  const times = doubtsOf(progress).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}

/** Absent in what was kept before there were any. */
function doubtsOf({ doubts = [] }: Progress): readonly Doubt[] {
  return doubts;
}
