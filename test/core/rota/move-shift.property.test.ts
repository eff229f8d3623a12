// A shift that moves from a date on: what was stays, whoever is next stays next.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf } from "#core/civil";
import { moveShift } from "#core/rota/move-shift";
import { occurrenceOn } from "#core/rota/occurrence-on";
import type { Rota } from "#core/rota/rota";
import { id, shift } from "./writing.ts";

const WEEKS = [-3, -2, -1, 0, 1, 2, 3];
const people = (rota: Rota, shiftId: string, date: string) =>
  occurrenceOn(rota, shiftId, date)?.people.map(({ volunteerId }) => volunteerId) ?? null;

const date = fc.integer({ min: 0, max: 400 }).map((days) => dateOf(dayOf("2026-01-01") + days));
const arbitraryMove = fc.record({
  date,
  days: fc.integer({ min: -6, max: 6 }),
  order: fc.constantFrom("given" as const, "turns" as const),
  weeksBefore: fc.option(fc.integer({ min: 0, max: 4 })),
  weeksAfter: fc.option(fc.integer({ min: 0, max: 4 })),
});

test("the weeks before are as they were; from then on the same people in the same order, on another day", () => {
  fc.assert(
    fc.property(arbitraryMove, ({ date, days, order, weeksBefore, weeksAfter }) => {
      const day = dayOf(date);
      const before = {
        ...shift("Mon 09:00-12:00 Ann, Ben, Cleo", { order }),
        weekday: ((((day + 3) % 7) + 7) % 7) + 1,
        validFrom: weeksBefore === null ? null : dateOf(day - 7 * weeksBefore - 2),
        validUntil: weeksAfter === null ? null : dateOf(day + 7 * weeksAfter + 1),
      };
      const past = id("past");
      const to = { date: dateOf(day + days), from: "14:00", to: "15:30" };
      const move = moveShift(before, date, to, past);
      if (move === null) throw new Error("it starts on this date");
      const zoned = { zone: "Europe/London", overrides: [], holidays: [] };
      const was: Rota = { ...zoned, shifts: [before] };
      const is: Rota = { ...zoned, shifts: move.past === null ? [move.next] : [move.past, move.next] };
      for (const week of WEEKS) {
        const [then, now] = [dateOf(day + 7 * week), dateOf(day + 7 * week + days)];
        if (week < 0) expect(people(is, past, then)).toEqual(people(was, before.id, then));
        else expect(people(is, before.id, now)).toEqual(people(was, before.id, then));
        if (week >= 0) expect(people(is, past, then)).toBeNull();
        if (week < 0) expect(people(is, before.id, now)).toBeNull();
      }
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

test("it moves from a date of its own only", () => {
  const to = { date: "2026-11-24", from: "14:00", to: "15:00" };
  const monday = shift("Mon 09:00-12:00 Ann", { validFrom: "2026-11-09", validUntil: "2026-11-30" });
  for (const date of ["2026-11-24", "2026-11-02", "2026-12-07"])
    expect(moveShift(monday, date, to, id("past"))).toBeNull();
});
