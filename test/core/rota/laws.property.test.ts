// Laws of the rota, against a slow reference that reads every minute by itself.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gaps, overlaps } from "#core/rota/gaps";
import { hoursByVolunteer } from "#core/rota/hours";
import { datesAround, occurrences } from "#core/rota/occurrences";
import type { Span } from "#core/rota/spans";
import { whoIsOn } from "#core/rota/who-is-on";
import { arbitraryCase } from "./arbitrary-rota.ts";
import type { Case } from "./arbitrary-rota.ts";
import { readMinutes } from "./slow-reference.ts";

const MINUTE_MS = 60_000;

const hold = (numRuns: number, law: (given: Case) => void) =>
  fc.assert(fc.property(arbitraryCase, law), { seed: 20261121, numRuns });
const end = ({ from, minutes }: Case) => from + minutes * MINUTE_MS;
const minutesIn = (spans: readonly Span[]) =>
  spans.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / MINUTE_MS, 0);
const countAt = (spans: readonly Span[], at: number) =>
  spans.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).length;

test("at every minute the same people in the same order are on", () => {
  hold(12, ({ rota, from, minutes }) => {
    const expected = readMinutes(rota, from, minutes);
    const found = expected.map((_, minute) => whoIsOn(rota, from + minute * MINUTE_MS));
    expect(found.map((people) => people.map(({ volunteerId }) => volunteerId))).toEqual(expected);
  });
});

test("a gap is every minute at which nobody is on, and no other", () => {
  hold(100, (given) => {
    const found = gaps(given.rota, given.from, end(given));
    const isGap = readMinutes(given.rota, given.from, given.minutes).map((people) => people.length === 0);
    const inGap = isGap.map((_, minute) => {
      const at = given.from + minute * MINUTE_MS;
      return found.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
    });
    expect(inGap).toEqual(isGap);
  });
});

test("gaps and the time that is covered make up the window", () => {
  hold(100, (given) => {
    const people = readMinutes(given.rota, given.from, given.minutes);
    const covered = people.filter((some) => some.length > 0).length;
    expect(minutesIn(gaps(given.rota, given.from, end(given))) + covered).toBe(given.minutes);
  });
});

test("a gap with an open shift is one in which a shift takes place", () => {
  hold(100, (given) => {
    const shifts = occurrences(given.rota, given.from, end(given));
    for (const { startsAt, endsAt, isOpen } of gaps(given.rota, given.from, end(given)))
      for (const at of [startsAt, endsAt - 1])
        expect(shifts.some((shift) => shift.startsAt <= at && at < shift.endsAt)).toBe(isOpen);
  });
});

test("everybody's hours are the minutes at which they are on", () => {
  hold(100, (given) => {
    const minutes = new Map<string, number>();
    for (const people of readMinutes(given.rota, given.from, given.minutes))
      for (const one of people) minutes.set(one, (minutes.get(one) ?? 0) + 1);
    const hours = hoursByVolunteer(given.rota, given.from, end(given));
    expect(
      new Map(hours.map(({ volunteerId, durationMs }) => [volunteerId, durationMs / MINUTE_MS])),
    ).toEqual(minutes);
  });
});

test("overlaps are the times at which two shifts or more have people", () => {
  hold(100, (given) => {
    const shifts = occurrences(given.rota, given.from, end(given)).filter(({ people }) => people.length > 0);
    const found = overlaps(given.rota, given.from, end(given));
    const minutes = Array.from({ length: given.minutes }, (_, minute) => given.from + minute * MINUTE_MS);
    const expected = minutes.map((at) => (countAt(shifts, at) > 1 ? [countAt(shifts, at)] : []));
    expect(
      minutes.map((at) =>
        found.filter((span) => countAt([span], at) === 1).map((overlap) => overlap.shifts.length),
      ),
    ).toEqual(expected);
  });
});

test("the shifts of a window are those of its parts, and none starts on a date that need not be read", () => {
  hold(100, (given) => {
    const { from, rota } = given;
    const middle = from + Math.floor(given.minutes / 2) * MINUTE_MS;
    const whole = occurrences(rota, from, end(given));
    const parts = [...occurrences(rota, from, middle), ...occurrences(rota, middle, end(given))];
    const names = (shifts: typeof whole) => new Set(shifts.map(({ shiftId, date }) => `${shiftId} ${date}`));
    expect(names(whole)).toEqual(names(parts));
    const { first, last } = datesAround(from, end(given));
    const overrides = rota.overrides.filter(({ date }) => first <= date && date <= last);
    expect(occurrences({ ...rota, overrides }, from, end(given))).toEqual(whole);
  });
});
