// A long way ahead in time, in steps: each thing that comes due on the way happens at its own time, not at the end.

/** What the product says of its clock, epoch milliseconds. */
export interface Reading {
  readonly now: number;
  /** When somebody wants to be woken next. */
  readonly nextDueAt: number | null;
}

/** What is due within a minute is due together: nobody could tell the difference. */
const TOGETHER_MS = 60_000;
/** Weeks of a busy demo, with a funnel's slots by the hour; after that the rest is one jump. */
const STEPS_MAX = 200;

/** Jumps `byMs` ahead, stopping wherever somebody wants to be woken. Returns the last reading. */
export async function stepThrough<Read extends Reading>(
  start: Read,
  byMs: number,
  jump: (byMs: number) => Promise<Read>,
): Promise<Read> {
  let reading = start;
  let leftMs = byMs;
  for (let steps = 0; leftMs > 0; steps += 1) {
    const stepMs = steps < STEPS_MAX ? Math.min(leftMs, untilNext(reading)) : leftMs;
    reading = await jump(stepMs);
    leftMs -= stepMs;
  }
  return reading;
}

function untilNext({ now, nextDueAt }: Reading): number {
  if (nextDueAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil((nextDueAt - now) / TOGETHER_MS)) * TOGETHER_MS;
}
