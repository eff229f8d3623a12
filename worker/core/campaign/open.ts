// When a campaign may reach somebody: inside the campaign's hours and the line's, both on the clock of the person.
import { closing, isOpen, nextOpening } from "#core/hours";
import type { Hours } from "#core/hours";

/** As far as hours are looked ahead; two that never meet have to be noticed. */
const HORIZON_MS = 366 * 86_400_000;

/** The first instant from `at` on at which all the hours are open in every zone; null if there is none before `before` or within 366 days. */
export function openingOfAll(
  all: readonly Hours[],
  zones: readonly string[],
  at: number,
  before = Infinity,
): number | null {
  const until = Math.min(before, at + HORIZON_MS);
  let candidate = at;
  while (candidate < until) {
    let latest = candidate;
    for (const hours of all) {
      const opening = nextOpening(hours, zones, candidate, until);
      if (opening === null) return null;
      latest = Math.max(latest, opening);
    }
    if (latest === candidate) return candidate;
    candidate = latest;
  }
  return null;
}

/** The first instant from `at` on at which one of the hours closes; null if none does before `before` or within 366 days. */
export function closingOfAny(
  all: readonly Hours[],
  zones: readonly string[],
  at: number,
  before = Infinity,
): number | null {
  const closings = all.flatMap((hours) => closing(hours, zones, at, before) ?? []);
  return closings.length === 0 ? null : Math.min(...closings);
}

export function areOpen(all: readonly Hours[], zones: readonly string[], at: number): boolean {
  return all.every((hours) => isOpen(hours, zones, at));
}
