// When a digest comes: each day told once, whatever the clock that starts it and the clocks on the wall do.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATCH_UP_DAYS_MAX, findDue, lastDue, nextDueAt, spanBefore } from "#core/digest/due";
import type { Schedule } from "#core/digest/due";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);

const daily = (zone: string, time: string): Schedule => ({ period: "daily", weekday: 1, at: time, zone });
const weekly = (zone: string, time: string, weekday: number): Schedule => ({
  period: "weekly",
  weekday,
  at: time,
  zone,
});

describe("the newest digest that has come due", () => {
  test.each<[string, Schedule, string, string]>([
    [
      "a summer day in London is told at seven",
      daily("Europe/London", "07:00"),
      "2026-07-02T06:00Z",
      "2026-06-30T23:00 2026-07-01T23:00 2026-07-02T06:00",
    ],
    [
      "a minute earlier it is still the day before",
      daily("Europe/London", "07:00"),
      "2026-07-02T05:59Z",
      "2026-06-29T23:00 2026-06-30T23:00 2026-07-01T06:00",
    ],
    [
      "the clocks skip 02:30 in Berlin: it comes at 03:00",
      daily("Europe/Berlin", "02:30"),
      "2026-03-29T01:00Z",
      "2026-03-27T23:00 2026-03-28T23:00 2026-03-29T01:00",
    ],
    [
      "and the day of 23 hours is one day",
      daily("Europe/Berlin", "02:30"),
      "2026-03-30T00:30Z",
      "2026-03-28T23:00 2026-03-29T22:00 2026-03-30T00:30",
    ],
    [
      "02:30 comes twice in Berlin: the first is meant",
      daily("Europe/Berlin", "02:30"),
      "2026-10-25T00:30Z",
      "2026-10-23T22:00 2026-10-24T22:00 2026-10-25T00:30",
    ],
    [
      "midnight is skipped in Cairo: its day begins at one",
      daily("Africa/Cairo", "00:00"),
      "2026-04-23T22:00Z",
      "2026-04-22T22:00 2026-04-23T22:00 2026-04-23T22:00",
    ],
    [
      "Samoa had no 30 December 2011: the 29th is told as the 31st begins",
      daily("Pacific/Apia", "07:00"),
      "2011-12-30T16:59Z",
      "2011-12-29T10:00 2011-12-30T10:00 2011-12-30T10:00",
    ],
    [
      "a week in Auckland ends before its Monday",
      weekly("Pacific/Auckland", "08:00", 1),
      "2026-11-24T00:00Z",
      "2026-11-15T11:00 2026-11-22T11:00 2026-11-22T19:00",
    ],
    [
      "one whose Friday was skipped is told the week after",
      weekly("Pacific/Apia", "07:00", 5),
      "2012-01-05T17:00Z",
      "2011-12-30T10:00 2012-01-05T10:00 2012-01-05T17:00",
    ],
  ])("%s", (_, schedule, now, expected) => {
    const { startsAt, endsAt, dueAt } = lastDue(schedule, at(now));
    expect([startsAt, endsAt, dueAt].map(iso).join(" ")).toBe(expected);
  });
});

describe("after an outage", () => {
  const schedule = daily("Europe/London", "07:00");
  const told = at("2026-11-23T00:00Z");

  test.each([
    ["nothing is due before its hour", "2026-11-24T06:59Z", null],
    ["late by a few hours it is about the same day", "2026-11-24T18:00Z", [told, "2026-11-24T00:00"]],
    ["a day without cron: two days in one e-mail", "2026-11-25T09:00Z", [told, "2026-11-25T00:00"]],
    [
      "a month without: the last fortnight, in one",
      "2026-12-24T09:00Z",
      [at("2026-12-24T00:00Z") - CATCH_UP_DAYS_MAX * DAY, "2026-12-24T00:00"],
    ],
  ] as const)("%s", (_, now, expected) => {
    const due = findDue(schedule, told, at(now));
    expect(due && [due.startsAt, iso(due.endsAt)]).toEqual(expected);
  });
});

const ZONES = [
  "UTC",
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Apia",
  "America/St_Johns",
];
const two = (number: number) => String(number).padStart(2, "0");
const time = fc.nat({ max: 1439 }).map((minute) => {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});
const schedules = fc.record({
  period: fc.constantFrom("daily" as const, "weekly" as const),
  weekday: fc.integer({ min: 1, max: 7 }),
  at: time,
  zone: fc.constantFrom(...ZONES),
});
/** Around changes of the clocks, one of them of a whole day. */
const begins = fc.constantFrom(
  ...["2011-12-20", "2026-03-05", "2026-03-25", "2026-04-01", "2026-04-20", "2026-10-01", "2026-10-23"].map(
    (date) => at(`${date}T00:00Z`),
  ),
);

test("whenever cron runs, what is told lies end to end: nothing twice, nothing left out, nothing early", () => {
  const waits = fc.array(fc.integer({ min: 0, max: 30 * HOUR }), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(schedules, begins, waits, (schedule, begun, ticks) => {
      let now = begun;
      let told = lastDue(schedule, now).endsAt;
      for (const wait of ticks) {
        now += wait;
        const due = findDue(schedule, told, now);
        if (due === null) {
          expect(nextDueAt(schedule, told, now)).toBeGreaterThan(now);
          continue;
        }
        expect(due.startsAt).toBe(told);
        expect(due.endsAt).toBeGreaterThan(due.startsAt);
        expect(due.dueAt).toBeGreaterThanOrEqual(due.endsAt);
        expect(due.dueAt).toBeLessThanOrEqual(now);
        told = due.endsAt;
        // Twice, or overlapping: nothing is left.
        expect(findDue(schedule, told, now)).toBeNull();
      }
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

test("on time, each e-mail is about one period, and comes when it was said to", () => {
  fc.assert(
    fc.property(schedules, begins, (schedule, begun) => {
      let told = lastDue(schedule, begun).endsAt;
      let now = begun;
      for (let count = 0; count < 12; count += 1) {
        now = nextDueAt(schedule, told, now);
        expect(findDue(schedule, told, now - 1)).toBeNull();
        const due = findDue(schedule, told, now);
        expect(due?.dueAt).toBe(now);
        const days = (schedule.period === "daily" ? 1 : 7) * DAY;
        expect(Math.abs((due?.endsAt ?? 0) - (due?.startsAt ?? 0) - days)).toBeLessThanOrEqual(DAY);
        told = due?.endsAt ?? told;
      }
    }),
    { seed: 20261121, numRuns: 200 },
  );
});

test("another hour, zone or period tells nothing twice either", () => {
  fc.assert(
    fc.property(
      schedules,
      schedules,
      begins,
      fc.integer({ min: 0, max: 3 * DAY }),
      (first, second, begun, wait) => {
        const told = lastDue(first, begun).endsAt;
        const due = findDue(second, told, begun + wait);
        if (due !== null) expect(due.startsAt).toBe(told);
      },
    ),
    { seed: 20261121, numRuns: 300 },
  );
});

test.each([
  ["Europe/London", "2026-11-23T00:00Z", "2026-11-24T00:00Z", "2026-11-22T00:00"],
  // Yesterday had 23 hours, and the day before 24.
  ["Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "2026-03-27T23:00"],
  ["Europe/London", "2026-11-16T00:00Z", "2026-11-23T00:00Z", "2026-11-09T00:00"],
])("in %s the days before %s", (zone, from, to, expected) => {
  const before = spanBefore(zone, { startsAt: at(from), endsAt: at(to) });
  expect([iso(before.startsAt), before.endsAt]).toEqual([expected, at(from)]);
});
