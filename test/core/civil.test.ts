// Civil dates and the clocks of zones, held against Temporal, with which they share nothing.
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addMonths, dateOf, dayOf, findDay, monthDayOf, weekdayOf } from "#core/civil";
import { offsetAt, offsetChange } from "#core/hours/offset";
import { dateIn, instantOf } from "#core/zone-clock";

const RUNS = { seed: 20261121, numRuns: 400 };
/** Zone time, and before it the sun's, to the second. */
const anInstant = fc.integer({ min: Date.parse("1880-01-01"), max: Date.parse("2099-12-31") });
const aDay = fc.integer({ min: dayOf("1700-01-01"), max: dayOf("2299-12-31") });
const aMonthDay = fc.record({
  year: fc.integer({ min: 0, max: 3000 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const aZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC", "EST5EDT", "europe/london");

function shown(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

describe("dates", () => {
  test("a day has the weekday and the date that Temporal knows", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });
        expect([dateOf(day), weekdayOf(day), dayOf(dateOf(day))]).toEqual([
          date.toString(),
          date.dayOfWeek,
          day,
        ]);
        expect(monthDayOf(day)).toEqual({ year: date.year, month: date.month, day: date.day });
      }),
      RUNS,
    );
  });

  test("months are added, down to the last day of a shorter month", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
        const date = Temporal.PlainDate.from("1970-01-01").add({ days: day }).add({ months });
        expect(dateOf(addMonths(day, months))).toBe(date.toString());
      }),
      RUNS,
    );
  });

  test("a day that is none is found out", () => {
    fc.assert(
      fc.property(aMonthDay, (written) => {
        const found = findDay(written);
        const last = Temporal.PlainYearMonth.from({ year: written.year, month: written.month }).daysInMonth;
        if (written.year < 100 || written.day > last) expect(found).toBeNull();
        else expect(found === null ? null : monthDayOf(found)).toEqual(written);
      }),
      RUNS,
    );
    expect(findDay({ year: 2027, month: 13, day: 1 })).toBeNull();
    expect(findDay({ year: Number.NaN, month: 1, day: 1 })).toBeNull();
  });
});

describe("the clock of a zone", () => {
  test("is as far from UTC as Temporal has it, to the second", () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, at) => {
        const { offsetNanoseconds } = shown(zone, at);
        expect(offsetAt(zone, at)).toBe(offsetNanoseconds / 1e6);
      }),
      RUNS,
    );
    expect(offsetAt("Europe/London", Date.parse("1840-01-01"))).toBe(-75_000);
  });

  test("shows the date that Temporal has", () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, at) => {
        expect(dateIn(zone, at)).toBe(shown(zone, at).toPlainDate().toString());
      }),
      RUNS,
    );
  });

  test("shows a time when Temporal says it does, also near a change of the clock", () => {
    const nearChange = fc
      .tuple(aZone, anInstant, fc.integer({ min: -180, max: 180 }))
      .map(([zone, at, by]) => {
        const change = shown(zone, at).getTimeZoneTransition("next");
        return { zone, wall: (change ?? shown(zone, at)).toPlainDateTime().add({ minutes: by }) };
      });
    fc.assert(
      fc.property(nearChange, ({ zone, wall }) => {
        const { hour, minute } = wall;
        const date = wall.toPlainDate().toString();
        const expected = wall.round({ smallestUnit: "minute", roundingMode: "floor" }).toZonedDateTime(zone);
        expect(instantOf(zone, dayOf(date), hour * 60 + minute)).toBe(expected.epochMilliseconds);
      }),
      RUNS,
    );
  });

  test("is put forward at the very millisecond", () => {
    const change = Date.parse("2027-03-28T01:00:00Z");
    expect(offsetChange("Europe/London", change - 3_600_000, change + 7_200_000)).toBe(change);
    expect(offsetChange("Europe/London", change, change + 7_200_000)).toBeNull();
  });

  test.each(["", "Nowhere/Town", "London", "+99:00"])('"%s" has none', (zone) => {
    expect(offsetAt(zone, 0)).toBeNull();
    expect(dateIn(zone, Date.parse("2026-11-21T23:30:00Z"))).toBe("2026-11-21");
  });

  test("there is none at an instant that no calendar reaches", () => {
    expect(offsetAt("UTC", 8.64e15 + 1)).toBeNull();
    expect(offsetAt("UTC", Number.NaN)).toBeNull();
  });
});
