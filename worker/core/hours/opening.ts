// Opening hours in real time. Open is when the clock on the wall says so: an hour that does not exist opens nothing,
// one that comes twice opens twice.
import type { Hours } from "./hours.ts";
import { offsetAt, offsetChange } from "./offset.ts";
import { closingOnWall, DAY_MS, openingOnWall } from "./wall.ts";

/** Nobody plans further ahead, and hours that never open have to be noticed. */
const HORIZON_MS = 366 * DAY_MS;

/** Whether it is open in every one of these zones at `at` (epoch milliseconds). No zone, or an unknown one, is closed. */
export function isOpen(hours: Hours, zones: readonly string[], at: number): boolean {
  return zones.length > 0 && zones.every((zone) => isOpenIn(hours, zone, at));
}

/** The first instant from `at` on that is open in every zone; null if there is none before `before` or within 366 days. */
export function nextOpening(
  hours: Hours,
  zones: readonly string[],
  at: number,
  before = Infinity,
): number | null {
  if (zones.length === 0) return null;
  const until = Math.min(before, at + HORIZON_MS);
  let candidate = at;
  while (candidate < until) {
    const openings = zones.map((zone) => find(openingOnWall, hours, zone, candidate, until) ?? Infinity);
    const latest = Math.max(...openings);
    if (latest === candidate) return candidate;
    candidate = latest;
  }
  return null;
}

/** The first instant from `at` on that is closed in one of the zones, so `at` itself where it is closed; null if there is none before `before` or within 366 days. */
export function closing(
  hours: Hours,
  zones: readonly string[],
  at: number,
  before = Infinity,
): number | null {
  if (!isOpen(hours, zones, at)) return at;
  const until = Math.min(before, at + HORIZON_MS);
  const closings = zones.map((zone) => find(closingOnWall, hours, zone, at, until) ?? Infinity);
  const first = Math.min(...closings);
  return Number.isFinite(first) ? first : null;
}

function isOpenIn(hours: Hours, zone: string, at: number): boolean {
  const offset = offsetAt(zone, at);
  return offset !== null && openingOnWall(hours, at + offset) === at + offset;
}

/** Carries a search on the wall into real time, a day at a time and anew from each change of the clock. */
function find(
  searchWall: (hours: Hours, wall: number) => number | null,
  hours: Hours,
  zone: string,
  at: number,
  until: number,
): number | null {
  let from = at;
  while (from < until) {
    const offset = offsetAt(zone, from);
    if (offset === null) return null;
    const wall = searchWall(hours, from + offset);
    const found = wall === null ? Infinity : wall - offset;
    const to = Math.min(found, from + DAY_MS);
    const change = offsetChange(zone, from, to);
    if (change === null && found === to) return found < until ? found : null;
    from = change ?? to;
  }
  return null;
}
