// An audience counted: pages add up to the whole, nothing counted twice, and a sample grows to the size of the whole.
import { describe, expect, test } from "vitest";
import { scaled } from "#core/campaign/forecast";
import type { Decision } from "#core/campaign/plan";
import { count, emptyTally, excludedCount, Tally } from "#core/campaign/tally";
import { plan, reach, somebody } from "./people.ts";

function decisions(from: number, to: number): Decision[] {
  return Array.from({ length: to - from }, (_, offset) => {
    const place = from + offset;
    return plan(
      somebody({
        contactId: `contact-${place}`,
        fields: place % 5 === 0 ? {} : { first_name: "Ana" },
        reaches: [
          reach({
            id: `address-${place}`,
            standing: place % 7 === 0 ? "opted-out" : "granted",
            address: { kind: "phone", value: place % 2 === 0 ? "+12125550101" : "+442079460000" },
          }),
        ],
      }),
    );
  });
}

describe("a tally", () => {
  test("of pages is the tally of the whole", () => {
    const whole = emptyTally();
    count(whole, decisions(0, 70));
    const pages = emptyTally();
    for (const [from, to] of [
      [0, 20],
      [20, 21],
      [21, 70],
    ] as const)
      count(pages, decisions(from, to));
    expect(pages).toEqual(whole);
  });

  test("counts everyone once, in or out", () => {
    const tally = emptyTally();
    count(tally, decisions(0, 70));
    expect(tally).toMatchObject({
      people: 70,
      excluded: { "opted-out": 10, "missing-placeholders": 12 },
      missing: { first_name: 12 },
      planned: 48,
      byVariant: { a: 48 },
    });
    expect(excludedCount(tally) + tally.planned).toBe(tally.people);
    const byCountry = Object.values(tally.byCountry).reduce((sum, { people }) => sum + people, 0);
    const byZones = Object.values(tally.byZones).reduce((sum, { people }) => sum + people, 0);
    expect([byCountry, byZones]).toEqual([48, 48]);
  });

  test("survives being kept as JSON", () => {
    const tally = emptyTally();
    count(tally, decisions(0, 20));
    expect(Tally.parse(JSON.parse(JSON.stringify(tally)))).toEqual(tally);
  });

  test("of a tenth, ten times over, is about the whole", () => {
    const tenth = emptyTally();
    count(tenth, decisions(0, 35));
    expect(scaled(tenth, 10)).toMatchObject({ people: 350, planned: tenth.planned * 10 });
  });
});
