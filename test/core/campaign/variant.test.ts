// Who gets which variant: by weight, the same on every look, and whatever lane or instant the message belongs to.
import { describe, expect, test } from "vitest";
import { recipientId } from "#core/campaign/recipient-id";
import { drawVariant } from "#core/campaign/variant";

const VARIANTS = [
  { name: "plain", weight: 3 },
  { name: "warm", weight: 1 },
];
const COUNT = 4_000;

function idOf(person: number, launchedAt = 1_900_000_000_000): string {
  return recipientId({ campaignId: "campaign", addressId: `address-${person}`, launchedAt });
}

describe("variants", () => {
  test("are shared out by weight", () => {
    const warm = Array.from(
      { length: COUNT },
      (_, person) => drawVariant(VARIANTS, idOf(person)).name,
    ).filter((name) => name === "warm").length;
    // Four standard deviations of a binomial share of a quarter.
    expect(Math.abs(warm / COUNT - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / COUNT));
  });

  test("are the same in a preview as in the launch, whenever that is", () => {
    for (let person = 0; person < 100; person += 1)
      expect(drawVariant(VARIANTS, idOf(person))).toBe(
        drawVariant(VARIANTS, idOf(person, 2_000_000_000_000)),
      );
  });

  test("have nothing to do with the lane", () => {
    const inFirstLane = Array.from({ length: COUNT }, (_, person) => idOf(person)).filter(
      (id) => id[15] === "0",
    );
    const names = new Set(inFirstLane.map((id) => drawVariant(VARIANTS, id).name));
    expect(names).toEqual(new Set(["plain", "warm"]));
  });

  test.each([
    ["ffffffff", "warm"],
    ["00000000", "plain"],
    ["bfffffff", "plain"],
    ["c0000000", "warm"],
  ])("%s is %s", (digits, name) => {
    expect(drawVariant(VARIANTS, `018bcfe5-6800-8000-8000-0000${digits}`).name).toBe(name);
  });
});
