// How much each volunteer does.
import { occurrences } from "./occurrences.ts";
import type { Rota } from "./rota.ts";

export interface Hours {
  readonly volunteerId: string;
  /** Time that really passes, so that the night the clocks go back is an hour longer; two shifts at once are one time. */
  readonly durationMs: number;
  /** How many shifts they are on that overlap the window. */
  readonly shifts: number;
}

/** Everybody who is on in [from, to) (epoch milliseconds), whoever has most first, then by id. */
export function hoursByVolunteer(rota: Rota, from: number, to: number): readonly Hours[] {
  const totals = new Map<string, { durationMs: number; shifts: number; until: number }>();
  for (const { startsAt, endsAt, people } of occurrences(rota, from, to))
    for (const { volunteerId } of people) {
      const total = totals.get(volunteerId) ?? { durationMs: 0, shifts: 0, until: from };
      const end = Math.min(endsAt, to);
      total.durationMs += Math.max(0, end - Math.max(startsAt, total.until));
      total.until = Math.max(total.until, end);
      total.shifts += 1;
      totals.set(volunteerId, total);
    }
  return Array.from(totals, ([volunteerId, { durationMs, shifts }]) => ({
    volunteerId,
    durationMs,
    shifts,
  })).sort((a, b) => b.durationMs - a.durationMs || (a.volunteerId < b.volunteerId ? -1 : 1));
}
