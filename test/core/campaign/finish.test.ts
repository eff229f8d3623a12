// When a campaign is through: rate, hours on people's own clocks, daily cap, expiry, and who else is on the line.
import { describe, expect, test } from "vitest";
import { forecastFinish } from "#core/campaign/finish";
import type { Flowing } from "#core/campaign/finish";
import { Hours } from "#core/hours";
import { DAY, HOUR, NOON } from "./people.ts";

const DAYTIME = Hours.parse("Mo-Su 08:00-21:00");
const ALWAYS = Hours.parse("Mo-Su 00:00-24:00");
const NEW_YORK = "America/New_York";
const LOS_ANGELES = "America/Los_Angeles";

function finish(more: Partial<Flowing>) {
  return forecastFinish({
    startAt: NOON,
    expiresAt: null,
    segmentsPerSecond: 1,
    hours: [ALWAYS],
    byZones: {},
    dailyCap: null,
    zone: NEW_YORK,
    others: [],
    othersHours: ALWAYS,
    ...more,
  });
}

/** One segment each. */
function people(zones: string, count: number): Flowing["byZones"] {
  return { [zones]: { people: count, segments: count } };
}

/** Hours after noon in New York, where it is through. */
function hoursOf(more: Partial<Flowing>): number {
  const found = finish(more);
  if (found.kind !== "done") throw new Error(`unfinished with ${found.people} left`);
  return (found.at - NOON) / HOUR;
}

describe("a campaign is through", () => {
  test("at once when nobody is in it", () => expect(hoursOf({})).toBe(0));

  test.each([
    ["3,600 people at 1 segment/s", { byZones: people(NEW_YORK, 3_600) }, 1],
    ["the same at 20 segments/s", { byZones: people(NEW_YORK, 72_000), segmentsPerSecond: 20 }, 1],
    ["two segments each", { byZones: { [NEW_YORK]: { people: 1_800, segments: 3_600 } } }, 1],
    ["beside another campaign of its size", { byZones: people(NEW_YORK, 3_600), others: [3_600] }, 2],
    ["beside one that is nearly through", { byZones: people(NEW_YORK, 3_600), others: [360] }, 1.1],
  ])("%s", (_what, more, expected) => {
    // The line keeps a little under its rate (core/pace), hence the 2%.
    const found = hoursOf(more);
    expect(found).toBeGreaterThanOrEqual(expected);
    expect(found).toBeLessThan(expected * 1.02);
  });

  test("beside another campaign, which waits overnight as well", () => {
    // A million segments of theirs. From 21:00 to 23:00 New York the line is closed to them, and open to somebody further west.
    const west = { hours: [DAYTIME], zone: NEW_YORK, othersHours: DAYTIME, startAt: NOON + 9 * HOUR };
    const alone = hoursOf({ ...west, byZones: people(LOS_ANGELES, 3_600) });
    expect(hoursOf({ ...west, byZones: people(LOS_ANGELES, 3_600), others: [1_000_000] })).toBe(alone);
    expect(
      hoursOf({ ...west, othersHours: ALWAYS, byZones: people(LOS_ANGELES, 3_600), others: [1_000_000] }),
    ).toBeGreaterThan(alone + 0.9);
  });

  test("over night, where hours close before it is", () => {
    // Nine hours until 21:00 hold 9 x 3,600 x 0.985 of the 36,000; the rest goes out from 08:00.
    const found = hoursOf({ hours: [DAYTIME], byZones: people(NEW_YORK, 36_000) });
    expect(found).toBeGreaterThan(20 + 1);
    expect(found).toBeLessThan(20 + 1.2);
  });

  test("when the last zone has opened and gone", () => {
    // Half past eight in the morning in New York is half past five in Los Angeles.
    const startAt = NOON - 3.5 * HOUR;
    const byZones = { ...people(NEW_YORK, 60), ...people(LOS_ANGELES, 60) };
    const found = forecastFinish({
      startAt,
      expiresAt: null,
      segmentsPerSecond: 1,
      hours: [DAYTIME],
      byZones,
      dailyCap: null,
      zone: NEW_YORK,
      others: [],
      othersHours: ALWAYS,
    });
    expect(found.kind).toBe("done");
    expect(found.at - (startAt + 2.5 * HOUR)).toBeLessThan(65_000);
    expect(found.at).toBeGreaterThan(startAt + 2.5 * HOUR);
  });

  test("only where every zone of a number is open", () => {
    const both = { [`${NEW_YORK} ${LOS_ANGELES}`]: { people: 1, segments: 1 } };
    // At 22:00 in New York it is 19:00 in Los Angeles, and one of the two is closed until 11:00 (08:00 there).
    const found = finish({ startAt: NOON + 10 * HOUR, hours: [DAYTIME], byZones: both });
    expect(found).toEqual({ kind: "done", at: expect.any(Number) });
    expect(Math.round((found.at - NOON) / HOUR)).toBe(23);
  });

  test("days later, where a day takes only so many", () => {
    // 100 today, 100 from midnight, 50 the day after.
    const found = hoursOf({ byZones: people(NEW_YORK, 250), dailyCap: 100 });
    expect(found).toBeGreaterThan(12 + 24);
    expect(found).toBeLessThan(12 + 24 + 0.1);
  });

  test("an hour of the clock that comes twice is used twice", () => {
    // 2031-11-02, New York: 01:00-02:00 comes twice, so the window holds two hours.
    const found = forecastFinish({
      startAt: Date.parse("2031-11-02T00:00:00-04:00"),
      expiresAt: null,
      segmentsPerSecond: 1,
      hours: [Hours.parse("Mo-Su 01:00-02:00")],
      byZones: people(NEW_YORK, 7_000),
      dailyCap: null,
      zone: NEW_YORK,
      others: [],
      othersHours: ALWAYS,
    });
    expect(found.kind).toBe("done");
    expect(found.at).toBeLessThan(Date.parse("2031-11-02T02:00:00-05:00"));
    expect(found.at).toBeGreaterThan(Date.parse("2031-11-02T01:55:00-05:00"));
  });
});

describe("a campaign is not through", () => {
  test("when it expires before", () => {
    const found = finish({ byZones: people(NEW_YORK, 7_200), expiresAt: NOON + HOUR });
    expect(found).toMatchObject({ kind: "unfinished", at: NOON + HOUR });
    expect(found.kind === "unfinished" && found.people).toBeGreaterThan(3_600);
    expect(found.kind === "unfinished" && found.people).toBeLessThan(3_700);
  });

  test("where the hours never open", () => {
    const never = [Hours.parse("Mo 08:00-21:00"), Hours.parse("Tu 08:00-21:00")];
    expect(finish({ hours: never, byZones: people(NEW_YORK, 5) })).toEqual({
      kind: "unfinished",
      at: NOON + 90 * DAY,
      people: 5,
    });
  });
});
