// When nobody is on, and when more than one shift is.
import { occurrences } from "./occurrences.ts";
import type { Occurrence, Rota } from "./rota.ts";
import { merge, subtract } from "./spans.ts";
import type { Span } from "./spans.ts";

/** A time without anybody. */
export interface Gap extends Span {
  /** A shift takes place and nobody is on it; otherwise none is planned. */
  readonly isOpen: boolean;
}

export interface Overlap extends Span {
  readonly shifts: readonly Occurrence[];
}

/** Of a year of a large group a hundred thousand shifts would be held at once; of four weeks they are soon forgotten. */
const PART_MS = 28 * 86_400_000;

/** Whether somebody counts who is on: whoever cannot be called leaves a shift open. */
type IsThere = (volunteerId: string, during: Occurrence) => boolean;

/** All of [from, to) (epoch milliseconds) in which nobody is on, in order; open shifts apart from times without any. */
export function gaps(rota: Rota, from: number, to: number, isThere: IsThere = () => true): readonly Gap[] {
  const found: Gap[] = [];
  for (let start = from; start < to; start += PART_MS)
    for (const gap of gapsOfPart(rota, start, Math.min(start + PART_MS, to), isThere)) {
      const last = found.at(-1);
      if (last?.endsAt !== gap.startsAt || last.isOpen !== gap.isOpen) found.push(gap);
      else found[found.length - 1] = { ...last, endsAt: gap.endsAt };
    }
  return found;
}

function gapsOfPart(rota: Rota, from: number, to: number, isThere: IsThere): readonly Gap[] {
  const [staffed, open]: [Occurrence[], Occurrence[]] = [[], []];
  for (const shift of occurrences(rota, from, to))
    (shift.people.some(({ volunteerId }) => isThere(volunteerId, shift)) ? staffed : open).push(shift);
  const missing = subtract([{ startsAt: from, endsAt: to }], merge(staffed));
  const unplanned = subtract(missing, merge(open));
  const given = subtract(missing, unplanned);
  return [
    ...unplanned.map((span) => ({ ...span, isOpen: false })),
    ...given.map((span) => ({ ...span, isOpen: true })),
  ].sort((a, b) => a.startsAt - b.startsAt);
}

/** All of [from, to) in which two shifts or more have people, in order, anew whenever one begins or ends. */
export function overlaps(rota: Rota, from: number, to: number): readonly Overlap[] {
  const found: Overlap[] = [];
  let current: readonly Occurrence[] = [];
  let since = from;
  const goOnTo = (until: number) => {
    if (current.length > 1 && since < until) found.push({ startsAt: since, endsAt: until, shifts: current });
    since = Math.max(since, until);
  };
  const endThose = (until: number) => {
    for (;;) {
      const end = Math.min(...current.map(({ endsAt }) => endsAt));
      if (end > until) return;
      goOnTo(end);
      current = current.filter(({ endsAt }) => endsAt > end);
    }
  };
  for (const shift of occurrences(rota, from, to).filter(isStaffed)) {
    const startsAt = Math.max(shift.startsAt, from);
    endThose(startsAt);
    goOnTo(startsAt);
    current = [...current, shift];
  }
  endThose(to);
  goOnTo(to);
  return found;
}

function isStaffed({ people }: Occurrence): boolean {
  return people.length > 0;
}
