// When a campaign will be through: its segments flow at the line's pace while people's hours are open, up to so many people a day.
import { areOpen, closingOfAny, openingOfAll } from "#core/campaign/open";
import type { Load } from "#core/campaign/tally";
import type { Hours } from "#core/hours";
import { lineDay } from "#core/line-day";
import { widthMs } from "#core/pace";

/** Nobody plans a campaign that takes longer, and one that never ends has to be noticed. */
const HORIZON_MS = 90 * 86_400_000;
/** Less than any segment: what is left by rounding. */
const NOTHING = 1e-6;

export interface Flowing {
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly expiresAt: number | null;
  readonly segmentsPerSecond: number;
  readonly hours: readonly Hours[];
  /** By zones with spaces between, as the tally counts them. */
  readonly byZones: Readonly<Record<string, Load>>;
  readonly dailyCap: number | null;
  /** The line's zone: its calendar counts the days. */
  readonly zone: string;
  /** Segments that other campaigns of the line have still to send: they share its pace until they are through. */
  readonly others: readonly number[];
  /** The line's own: outside of them the others wait as well. Where their people live is not looked at. */
  readonly othersHours: Hours;
}

export type Finish =
  | { readonly kind: "done"; readonly at: number }
  /** Not through when it expires, or within ninety days: so many people are left. */
  | { readonly kind: "unfinished"; readonly at: number; readonly people: number };

/** Somebody's hours at this moment. */
interface Clock {
  readonly zones: readonly string[];
  isOpen: boolean;
  /** When that changes. */
  until: number;
}

interface Group extends Clock {
  people: number;
  segments: number;
}

export function forecastFinish(flowing: Flowing): Finish {
  const { startAt, expiresAt, segmentsPerSecond, dailyCap, zone } = flowing;
  const end = Math.min(expiresAt ?? Infinity, startAt + HORIZON_MS);
  const segmentMs = widthMs(1, segmentsPerSecond);
  const groups = Object.entries(flowing.byZones).map(([zones, load]): Group => ({
    ...load,
    zones: zones.split(" "),
    isOpen: false,
    until: startAt,
  }));
  const line: Clock = { zones: [zone], isOpen: false, until: startAt };
  let others = flowing.others.filter((segments) => segments > NOTHING);
  let dayEndsAt = startAt;
  let capLeft = Infinity;
  let at = startAt;
  while (at < end) {
    if (dailyCap !== null && at >= dayEndsAt) {
      capLeft = dailyCap;
      dayEndsAt = lineDay(zone, at).endsAt;
    }
    const left = groups.filter(({ segments }) => segments > NOTHING);
    if (left.length === 0) return { kind: "done", at };
    for (const group of left) if (group.until <= at) look(group, flowing.hours, at);
    if (others.length > 0 && line.until <= at) look(line, [flowing.othersHours], at);
    const beside = line.isOpen ? others : [];
    const open = capLeft > NOTHING ? left.filter(({ isOpen }) => isOpen) : [];
    const segments = sum(open.map((group) => group.segments));
    const people = sum(open.map((group) => group.people));
    const sharers = beside.length + (open.length > 0 ? 1 : 0);
    const eachMs = segmentMs * sharers;
    const nextAt = Math.min(
      end,
      ...left.map(({ until }) => until),
      others.length === 0 ? Infinity : line.until,
      dailyCap === null ? Infinity : dayEndsAt,
      open.length === 0 ? Infinity : at + Math.min(segments, (capLeft / people) * segments) * eachMs,
      ...beside.map((theirs) => at + theirs * eachMs),
    );
    // Whole milliseconds, and at least one: what rounds down to nothing would never end.
    const next = Math.max(at + 1, Math.ceil(nextAt));
    const flowed = sharers === 0 ? 0 : (next - at) / eachMs;
    if (line.isOpen) others = others.map((theirs) => theirs - flowed).filter((theirs) => theirs > NOTHING);
    const share = segments === 0 ? 0 : Math.min(1, flowed / segments);
    capLeft -= people * share;
    for (const group of open) {
      group.segments -= group.segments * share;
      group.people -= group.people * share;
    }
    at = next;
  }
  const people = Math.round(sum(groups.map((group) => group.people)));
  return people === 0 ? { kind: "done", at: end } : { kind: "unfinished", at: end, people };
}

function look(clock: Clock, hours: readonly Hours[], at: number): void {
  clock.isOpen = areOpen(hours, clock.zones, at);
  const change = clock.isOpen ? closingOfAny(hours, clock.zones, at) : openingOfAll(hours, clock.zones, at);
  clock.until = change ?? Infinity;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
