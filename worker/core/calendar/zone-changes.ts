// What the clock of a zone does over a stretch of time, found once for many times in it.
import { offsetAt, offsetChange } from "../hours/offset.ts";
import { DAY_MS } from "../hours/wall.ts";

export interface ZoneChanges {
  readonly zone: string;
  /** Milliseconds ahead of UTC at the beginning. */
  readonly first: number;
  /** In order. */
  readonly changes: readonly ZoneChange[];
}

export interface ZoneChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** From a day before `from` to a day after `to` (epoch milliseconds). A zone that this runtime does not know is UTC. */
export function findChanges(zone: string, from: number, to: number): ZoneChanges {
  const changes: ZoneChange[] = [];
  const first = offsetAt(zone, from - DAY_MS) ?? 0;
  let before = first;
  for (let day = from - DAY_MS; day < to + DAY_MS; day += DAY_MS) {
    const after = offsetAt(zone, day + DAY_MS) ?? 0;
    const at = after === before ? null : offsetChange(zone, day, day + DAY_MS);
    if (at !== null) changes.push({ at, before, after });
    before = after;
  }
  return { zone, first, changes };
}

/** Milliseconds ahead of UTC at an instant of that time. */
export function offsetIn({ first, changes }: ZoneChanges, at: number): number {
  return changes.findLast((change) => change.at <= at)?.after ?? first;
}

/** Whether the clock shows the same time at another instant as well. */
export function comesTwice({ changes }: ZoneChanges, at: number): boolean {
  return changes.some((change) => {
    const twiceMs = change.before - change.after;
    return change.at - twiceMs <= at && at < change.at + twiceMs;
  });
}
