// Laws of opening hours, against a reader of the clock that shares nothing with the one in use.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closing, Hours, isOpen, nextOpening } from "#core/hours";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const RUNS = { seed: 20261121, numRuns: 150 };

const ZONES = [
  "Europe/London",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
  "Africa/Casablanca",
];
/** Days on which one of these clocks is changed, and an ordinary one. */
const DATES = [
  "2026-03-08",
  "2026-03-29",
  "2026-04-04",
  "2026-10-03",
  "2026-10-25",
  "2026-11-01",
  "2026-02-15",
  "2011-12-30",
  "2026-06-10",
].map(Date.parse);
const SCHEDULES = [
  "Mo-Su 08:00-21:00",
  "Mo-Su 22:00-02:00",
  "Sa-Mo 01:15-01:45",
  "Su 00:00-24:00; Mo 00:00-03:00,02:00-06:30",
  "Sa,Su 01:30-02:30,23:30-00:15",
  "Mo-Fr 09:00-17:00; Sa 20:00-03:00; 2026-03-29,2026-10-25,2026-11-01 off",
  "24/7; 2026-03-28,2026-10-04 off",
].map((words) => Hours.parse(words));

const clocks = new Map(
  ZONES.map((zone) => [
    zone,
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    }),
  ]),
);

interface Wall {
  readonly time: string;
  readonly today: string;
  readonly yesterday: string;
}
const walls = new Map<string, Wall>();

/** What the clock on the wall shows; remembered, since the same days are walked through again and again. */
function read(zone: string, instant: number): Wall {
  const key = `${zone} ${instant}`;
  const known = walls.get(key);
  if (known) return known;
  const parts = Object.fromEntries(
    clocks
      .get(zone)
      ?.formatToParts(instant)
      .map(({ type, value }) => [type, value]) ?? [],
  );
  const today = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
  const yesterday = new Date(Date.parse(today) - DAY).toISOString().slice(0, 10);
  const wall = { time: `${parts["hour"]}:${parts["minute"]}`, today, yesterday };
  walls.set(key, wall);
  return wall;
}

/** Whether what the wall shows is within a window: straight from the rules. */
function oracle(hours: Hours, zone: string, instant: number): boolean {
  const { time, today, yesterday } = read(zone, instant);
  const windowsOf = (date: string) => {
    const weekday = new Date(date).getUTCDay();
    const windows = Object.entries(hours.days).find(([day]) => Number(day) % 7 === weekday)?.[1];
    return hours.holidays.includes(date) ? [] : (windows ?? []);
  };
  const evening = windowsOf(today).some(({ from, to }) => from <= time && (to <= from || time < to));
  const morning = windowsOf(yesterday).some(({ from, to }) => to <= from && time < to);
  return evening || (morning && !hours.holidays.includes(today));
}

const openEverywhere = (hours: Hours, zones: readonly string[], instant: number) =>
  zones.every((zone) => oracle(hours, zone, instant));

const cases = fc.record({
  hours: fc.constantFrom(...SCHEDULES),
  zones: fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 2 }),
  instant: fc
    .tuple(fc.constantFrom(...DATES), fc.integer({ min: -1500, max: 1500 }))
    .map(([date, minutes]) => date + minutes * MINUTE),
});

describe("against the oracle", () => {
  test("open is open", () => {
    fc.assert(
      fc.property(cases, ({ hours, zones, instant }) => {
        expect(isOpen(hours, zones, instant)).toBe(openEverywhere(hours, zones, instant));
      }),
      { ...RUNS, numRuns: 3000 },
    );
  });

  test("the next opening is open, not before now, and no minute between is open", () => {
    fc.assert(
      fc.property(cases, ({ hours, zones, instant }) => {
        const opening = nextOpening(hours, zones, instant);
        const end = opening ?? Infinity;
        expect(end).toBeGreaterThanOrEqual(instant);
        if (opening !== null) expect(openEverywhere(hours, zones, opening)).toBe(true);
        // Three days are enough to go through any change of a clock.
        for (let minute = instant; minute < Math.min(end, instant + 3 * DAY); minute += MINUTE) {
          if (openEverywhere(hours, zones, minute))
            throw new Error(`open at ${new Date(minute).toISOString()} already`);
        }
      }),
      RUNS,
    );
  });

  test("the closing is closed, not before now, and every minute until then is open", () => {
    fc.assert(
      fc.property(cases, ({ hours, zones, instant }) => {
        const closed = closing(hours, zones, instant);
        const end = closed ?? Infinity;
        expect(end).toBeGreaterThanOrEqual(instant);
        if (closed !== null) expect(openEverywhere(hours, zones, closed)).toBe(false);
        for (let minute = instant; minute < Math.min(end, instant + 3 * DAY); minute += MINUTE) {
          if (!openEverywhere(hours, zones, minute))
            throw new Error(`closed at ${new Date(minute).toISOString()} already`);
        }
      }),
      RUNS,
    );
  });
});

test("asking again at the opening changes nothing, and an end before it leaves none", () => {
  fc.assert(
    fc.property(cases, ({ hours, zones, instant }) => {
      const opening = nextOpening(hours, zones, instant);
      if (opening === null) return;
      expect(nextOpening(hours, zones, opening)).toBe(opening);
      expect(nextOpening(hours, zones, instant, opening)).toBeNull();
      expect(nextOpening(hours, zones, instant, opening + 1)).toBe(opening);
    }),
    RUNS,
  );
});
