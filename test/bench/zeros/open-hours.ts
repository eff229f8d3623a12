// Whether a person may be sent something at an instant: worked out here from the wall clock of their zone, not by the product.

const OPENS_S = 8 * 3_600;
const CLOSES_S = 21 * 3_600;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Seconds since midnight on the wall clock of the zone; `at` is epoch milliseconds. */
function secondOfDay(zone: string, at: number): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", timeStyle: "medium" });
  clocks.set(zone, clock);
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(":").map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}

/** From 08:00 until just before 21:00, and with the carrier's own queue bounded by that closing. */
export function isInHours(zone: string, at: number, validitySeconds: number | null): boolean {
  const second = secondOfDay(zone, at);
  if (second < OPENS_S || second >= CLOSES_S) return false;
  // No clock changes between opening and closing, so seconds on the wall are seconds.
  return validitySeconds !== null && second + validitySeconds <= CLOSES_S;
}
