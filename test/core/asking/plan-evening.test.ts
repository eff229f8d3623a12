// An evening's questions: whoever is on shift on a date is asked once, by the evening before it, however seldom somebody looks.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eveningsIn } from "#core/asking/evening";
import { offerTo } from "#core/asking/offer-to";
import { alertTime } from "#core/asking/opening";
import { planEvening, shiftsOn } from "#core/asking/plan-evening";
import type { AskedVolunteer, NewAsking } from "#core/asking/plan-evening";
import { arbitraryCase } from "../rota/arbitrary-rota.ts";
import { id, rota, shift } from "../rota/writing.ts";

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const member = (name: string, isActive = true): AskedVolunteer => ({
  id: id(name),
  remindBy: ["email"],
  isActive,
});
const GROUP = ["Ann", "Ben", "Cleo", "Dan"].map((name) => member(name));

test("each shift of each date is asked about once, and what had begun by then was missed", () => {
  const looks = fc.array(fc.integer({ min: 1, max: 50 * HOUR_MS }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(arbitraryCase, looks, ({ rota: plan, from }, steps) => {
      const asked: (NewAsking & { lookedAt: number })[] = [];
      const dates: string[] = [];
      let last = from;
      for (const step of steps) {
        const now = last + step;
        for (const { date } of eveningsIn(plan.zone, "18:00", last, now)) {
          dates.push(date);
          const { reminders } = planEvening("group", plan, date, GROUP, now);
          asked.push(...reminders.map((reminder) => ({ ...reminder, lookedAt: now })));
        }
        last = now;
      }
      const due = dates.flatMap((date) =>
        shiftsOn(plan, date).flatMap(({ shiftId, people }) =>
          people.map(({ volunteerId }) => `${date} ${shiftId} ${volunteerId}`),
        ),
      );
      expect(asked.map(({ date, shiftId, volunteerId }) => `${date} ${shiftId} ${volunteerId}`)).toEqual(due);
      expect(new Set(asked.map((one) => one.id)).size).toBe(asked.length);
      for (const { isMissed, startsAt, lookedAt } of asked) expect(isMissed).toBe(startsAt <= lookedAt);
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

describe("an evening", () => {
  const plan = rota("Europe/London", [
    shift("#day Sun 09:00-12:00 Ann, Ben"),
    shift("#open Sun 14:00-16:00"),
    shift("#night Sun 22:00-02:00 Cleo"),
  ]);

  test("asks those who are active, and finds what nobody has", () => {
    const found = planEvening(
      "group",
      plan,
      "2026-11-22",
      [member("Ann"), member("Ben", false), member("Cleo")],
      at("2026-11-21T18:00Z"),
    );
    expect(found.reminders.map(({ volunteerId }) => volunteerId)).toEqual([id("Ann"), id("Cleo")]);
    expect(found.openings.map(({ shiftId }) => shiftId)).toEqual([id("#open")]);
  });

  test("that somebody looks at a day late still asks about what is ahead", () => {
    const found = planEvening("group", plan, "2026-11-22", GROUP, at("2026-11-22T15:00Z"));
    expect(found.reminders.map(({ volunteerId, isMissed }) => [volunteerId, isMissed])).toEqual([
      [id("Ann"), true],
      [id("Ben"), true],
      [id("Cleo"), false],
    ]);
    expect(found.openings).toEqual([]);
  });

  test("an open shift is offered to who is free then and has not said no", () => {
    const [opening] = planEvening("group", plan, "2026-11-22", GROUP, at("2026-11-21T18:00Z")).openings;
    if (opening === undefined) throw new Error("nothing is open");
    const busy = { ...plan, shifts: [...plan.shifts, shift("#other Sun 15:00-18:00 Dan")] };
    const asked = [{ volunteerId: id("Ann"), kind: "offer", answer: "declined" }] as const;
    const offers = offerTo(opening, busy, [...GROUP, member("Eve", false)], asked);
    expect(offers.map(({ volunteerId }) => volunteerId)).toEqual([id("Ben"), id("Cleo")]);
  });
});

test.each([
  ["an hour after it was given back", "2026-11-21T18:10Z", "2026-11-22T14:00Z", "2026-11-21T19:10Z"],
  [
    "two hours before it begins, where that is sooner",
    "2026-11-22T11:30Z",
    "2026-11-22T14:00Z",
    "2026-11-22T12:00Z",
  ],
  ["at once where it begins soon", "2026-11-22T13:00Z", "2026-11-22T14:00Z", "2026-11-22T13:00Z"],
])("coordinators hear of an open shift %s", (_name, openedAt, startsAt, expected) => {
  expect(alertTime(at(openedAt), at(startsAt))).toBe(at(expected));
});
