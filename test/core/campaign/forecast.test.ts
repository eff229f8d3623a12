// When the first message of a campaign leaves: hours are on people's own clocks, and each line has its own.
import { describe, expect, test } from "vitest";
import { forecast } from "#core/campaign/forecast";
import type { Pinned } from "#core/campaign/sending";
import { emptyTally } from "#core/campaign/tally";
import { Hours } from "#core/hours";
import { HOUR, line, NOON, pinned } from "./people.ts";

const MORNINGS = Hours.parse("Mo-Su 08:00-10:00");
const AFTERNOONS = Hours.parse("Mo-Su 13:00-17:00");
const NEW_YORK = "America/New_York";
const LOS_ANGELES = "America/Los_Angeles";

/** One segment each. */
function loads(people: Readonly<Record<string, number>>) {
  const each = Object.entries(people).map(([zone, count]) => [zone, { people: count, segments: count }]);
  return Object.fromEntries(each);
}

/** How many hours after noon in New York it begins. */
function beginsAfter(
  zones: Readonly<Record<string, number>>,
  more: Partial<Pinned>,
  there: Readonly<Record<string, number>> = {},
  startAt = NOON,
): number {
  const tally = { ...emptyTally(), byZones: loads(zones), byZonesThere: loads(there) };
  return (forecast(tally, pinned(more), startAt, []).beginsAt - NOON) / HOUR;
}

describe("the first message leaves", () => {
  test("at once where hours are open", () => expect(beginsAfter({ [NEW_YORK]: 3 }, {})).toBe(0));

  test("when it was asked for, and not before", () =>
    expect(beginsAfter({ [NEW_YORK]: 3 }, {}, {}, NOON + 5 * HOUR)).toBe(5));

  test("when the line's hours open", () =>
    expect(beginsAfter({ [NEW_YORK]: 3 }, { line: line({ hours: MORNINGS }) })).toBe(20));

  test("when its own hours open, if those are later", () =>
    expect(
      beginsAfter(
        { [NEW_YORK]: 3 },
        { line: line({ hours: Hours.parse("Mo-Su 08:00-21:00") }), hours: AFTERNOONS },
      ),
    ).toBe(1));

  test("where the clock opens first, however few live there", () =>
    expect(beginsAfter({ [NEW_YORK]: 900, [LOS_ANGELES]: 1 }, { line: line({ hours: MORNINGS }) })).toBe(0));

  test("even where those are too few to be listed", () => {
    const others = ["Europe/London", "Europe/Paris", "Africa/Cairo", "Asia/Dubai", "Asia/Tokyo"];
    const zones = Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap((turn) =>
        others.map((zone, place): [string, number] => [
          [zone, ...Array.from({ length: turn }, (_, more) => `Etc/GMT+${more}`)].join(" "),
          1_000 + place,
        ]),
      ),
    );
    const all = { ...zones, [LOS_ANGELES]: 1 };
    expect(Object.keys(all).length).toBeGreaterThan(20);
    expect(beginsAfter(all, { line: line({ hours: MORNINGS }) })).toBe(0);
  });

  test("by the line to fall back on, where that one opens first", () =>
    expect(
      beginsAfter(
        { [NEW_YORK]: 5 },
        { line: line({ hours: MORNINGS }), fallback: line({ hours: AFTERNOONS }) },
        { [NEW_YORK]: 1 },
      ),
    ).toBe(1));

  test("never: then it is said to begin when it was asked for", () => {
    expect(beginsAfter({}, { line: line({ hours: MORNINGS }) })).toBe(0);
    expect(beginsAfter({ [NEW_YORK]: 5 }, { line: line({ hours: MORNINGS }), expiresAt: NOON + HOUR })).toBe(
      0,
    );
  });
});
