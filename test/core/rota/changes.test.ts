// What changes of one date make of a shift: removed, replaced, swapped, given back and taken, in the order they were made.
import { describe, expect, test } from "vitest";
import { occurrences } from "#core/rota/occurrences";
import { because, override, rota, shift } from "./writing.ts";
import type { Override, Rota } from "#core/rota/rota";

const NAMES = ["Ann", "Ben", "Cleo", "Dan", "Eve"];
const DATE = "2026-11-23";
const FROM = Date.parse(`${DATE}T00:00Z`);
const SHIFTS = [shift("#two Mon 09:00-12:00 Ann, Ben"), shift("#open Mon 14:00-16:00")];

/** "09:00 Ann, Ben / 14:00 -" */
function read(given: Rota): string {
  const found = occurrences(given, FROM, FROM + 86_400_000).map(({ startsAt, people }) => {
    const names = people.map((person) => because(person.volunteerId, person.because, NAMES));
    return `${new Date(startsAt).toISOString().slice(11, 16)} ${names.join(", ") || "-"}`;
  });
  return found.join(" / ");
}

describe("made one after the other", () => {
  test.each<[string, readonly string[], string]>([
    ["nothing", [], "09:00 Ann, Ben / 14:00 -"],
    ["removed", [`remove #two`], "14:00 -"],
    ["replaced by others", ["replace #two Cleo, Ann"], "09:00 Cleo replacing, Ann replacing / 14:00 -"],
    ["replaced by nobody is open", ["replace #two "], "09:00 - / 14:00 -"],
    [
      "of two replacements the newer counts",
      ["replace #two Cleo", "replace #two Dan"],
      "09:00 Dan replacing / 14:00 -",
    ],
    ["removed after it was replaced", ["replace #two Cleo", "remove #two"], "14:00 -"],
    [
      "replaced after it was removed, it takes place again",
      ["remove #two", "replace #two Cleo"],
      "09:00 Cleo replacing / 14:00 -",
    ],
    ["a swap keeps the place", ["swap #two Ann > Cleo"], "09:00 Cleo for Ann, Ben / 14:00 -"],
    [
      "a swap of a swap",
      ["swap #two Ann > Cleo", "swap #two Cleo > Dan"],
      "09:00 Dan for Cleo, Ben / 14:00 -",
    ],
    ["there and back", ["swap #two Ann > Cleo", "swap #two Cleo > Ann"], "09:00 Ann for Cleo, Ben / 14:00 -"],
    [
      "a swap after a replacement",
      ["replace #two Cleo", "swap #two Cleo > Dan"],
      "09:00 Dan for Cleo / 14:00 -",
    ],
    [
      "a replacement after a swap puts back who was swapped",
      ["swap #two Ann > Cleo", "replace #two Ann"],
      "09:00 Ann replacing / 14:00 -",
    ],
    ["a swap of somebody who is not on it", ["swap #two Dan > Cleo"], "09:00 Ann, Ben / 14:00 -"],
    ["a swap of a shift that was removed", ["remove #two", "swap #two Ann > Cleo"], "14:00 -"],
    ["a swap with somebody who is on it already", ["swap #two Ann > Ben"], "09:00 Ben / 14:00 -"],
    ["one of two gives it back", ["swap #two Ann > -"], "09:00 Ben / 14:00 -"],
    [
      "and it is taken, in the same place",
      ["swap #two Ann > -", "swap #two - > Cleo"],
      "09:00 Cleo for nobody, Ben / 14:00 -",
    ],
    ["both give it back", ["swap #two Ann > -", "swap #two Ben > -"], "09:00 - / 14:00 -"],
    ["an open shift is taken", ["swap #open - > Cleo"], "09:00 Ann, Ben / 14:00 Cleo for nobody"],
    [
      "of two who take it the first has it",
      ["swap #open - > Cleo", "swap #open - > Dan"],
      "09:00 Ann, Ben / 14:00 Cleo for nobody",
    ],
    [
      "given back after it was taken",
      ["swap #open - > Cleo", "swap #open Cleo > -", "swap #open - > Dan"],
      "09:00 Ann, Ben / 14:00 Dan for nobody",
    ],
    ["no place is open", ["swap #two - > Cleo"], "09:00 Ann, Ben / 14:00 -"],
    [
      "whoever is on it takes no second place",
      ["swap #two Ann > -", "swap #two - > Ben"],
      "09:00 Ben / 14:00 -",
    ],
    ["an extra shift", ["add 18:00-20:00 Eve"], "09:00 Ann, Ben / 14:00 - / 18:00 Eve added"],
  ])("%s", (_what, lines, expected) => {
    expect(
      read(
        rota(
          "UTC",
          SHIFTS,
          lines.map((line) => `${DATE} ${line}`),
        ),
      ),
    ).toBe(expected);
  });

  test("an extra shift is changed by the change that added it", () => {
    const extra = override(`${DATE} add 18:00-20:00 Eve`, 0, "#extra");
    const given = (...lines: readonly string[]): Rota => ({
      ...rota("UTC", []),
      overrides: [extra, ...lines.map((line, index) => override(`${DATE} ${line}`, index + 1))],
    });
    expect(read(given("swap #extra Eve > Ann"))).toBe("18:00 Ann for Eve");
    expect(read(given("replace #extra Ben"))).toBe("18:00 Ben replacing");
    expect(read(given("remove #extra"))).toBe("");
  });

  test("a change is of its own date and its own shift", () => {
    const given = rota("UTC", SHIFTS, ["2026-11-30 remove #two", `${DATE} replace #other Dan`]);
    expect(read(given)).toBe("09:00 Ann, Ben / 14:00 -");
  });
});

describe("made in the same millisecond", () => {
  test("the higher id counts, in whatever order they are read", () => {
    const both = ["replace #two Cleo", "replace #two Dan"].map((line) => override(`${DATE} ${line}`));
    const newest = both.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
    const expected = newest?.kind === "replace" ? newest.volunteers : [];
    for (const overrides of [both, both.toReversed()] satisfies readonly (readonly Override[])[]) {
      const [first] = occurrences({ ...rota("UTC", SHIFTS), overrides }, FROM, FROM + 86_400_000);
      expect(first?.people.map(({ volunteerId }) => volunteerId)).toEqual(expected);
    }
  });
});
