// Evenings: which of them lie in a window, whatever the clocks do and however late somebody looks.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVENINGS_MAX, eveningsIn, nextEvening } from "#core/asking/evening";

const at = (iso: string) => Date.parse(iso);
const show = (zone: string, time: string, after: string, until: string) =>
  eveningsIn(zone, time, at(after), at(until)).map(
    (evening) => `${new Date(evening.at).toISOString().slice(0, 16)} for ${evening.date}`,
  );

describe("the evenings of a window", () => {
  test.each([
    ["none before it", "Europe/London", "18:00", "2026-11-21T12:00Z", "2026-11-21T17:59Z", []],
    [
      "at its end",
      "Europe/London",
      "18:00",
      "2026-11-21T17:55Z",
      "2026-11-21T18:00Z",
      ["2026-11-21T18:00 for 2026-11-22"],
    ],
    ["not at its beginning", "Europe/London", "18:00", "2026-11-21T18:00Z", "2026-11-21T18:05Z", []],
    [
      "Auckland's tomorrow is its own",
      "Pacific/Auckland",
      "18:00",
      "2026-11-21T04:55Z",
      "2026-11-21T05:05Z",
      ["2026-11-21T05:00 for 2026-11-22"],
    ],
    [
      "Los Angeles' too",
      "America/Los_Angeles",
      "18:00",
      "2026-11-22T01:55Z",
      "2026-11-22T02:05Z",
      ["2026-11-22T02:00 for 2026-11-22"],
    ],
    [
      "a time that the clocks skip moves on",
      "Europe/London",
      "01:30",
      "2026-03-29T00:00Z",
      "2026-03-29T03:00Z",
      ["2026-03-29T01:30 for 2026-03-30"],
    ],
    [
      "a time that comes twice means the first",
      "Europe/London",
      "01:30",
      "2026-10-25T00:00Z",
      "2026-10-25T03:00Z",
      ["2026-10-25T00:30 for 2026-10-26"],
    ],
    [
      "each one of an outage",
      "Europe/London",
      "18:00",
      "2026-11-21T12:00Z",
      "2026-11-23T19:00Z",
      [
        "2026-11-21T18:00 for 2026-11-22",
        "2026-11-22T18:00 for 2026-11-23",
        "2026-11-23T18:00 for 2026-11-24",
      ],
    ],
  ])("%s", (_name, zone, time, after, until, expected) => {
    expect(show(zone, time, after, until)).toEqual(expected);
  });

  test("are not counted for years", () => {
    const found = eveningsIn("UTC", "18:00", at("2020-01-01T00:00Z"), at("2026-11-21T19:00Z"));
    expect(found).toHaveLength(EVENINGS_MAX);
    expect(found.at(-1)?.date).toBe("2026-11-22");
  });
});

const ZONES = [
  "Europe/London",
  "Pacific/Auckland",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "UTC",
];
const START = at("2026-03-01T00:00Z");
const HOUR_MS = 3_600_000;

test("whenever somebody looks, each evening is in one window, and each date has one evening", () => {
  const looks = fc.array(fc.integer({ min: 1, max: 60 * HOUR_MS }), { minLength: 1, maxLength: 60 });
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), time, fc.nat(300), looks, (zone, clock, day, steps) => {
      const begin = START + day * 24 * HOUR_MS;
      let last = begin;
      const dates: string[] = [];
      for (const step of steps) {
        dates.push(...eveningsIn(zone, clock, last, last + step).map(({ date }) => date));
        last += step;
      }
      const whole: string[] = [];
      for (
        let evening = nextEvening(zone, clock, begin);
        evening.at <= last;
        evening = nextEvening(zone, clock, evening.at)
      )
        whole.push(evening.date);
      expect(dates).toEqual(whole);
      expect(new Set(dates).size).toBe(dates.length);
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});
