// Which zones a number may be in.
import { describe, expect, test } from "vitest";
import { isZone, zonesOf } from "#core/zone";
import table from "../../worker/core/zone-table.json" with { type: "json" };

describe("zonesOf", () => {
  test.each([
    ["New York", "+12125550123", ["America/New_York"]],
    ["Los Angeles", "+13105550123", ["America/Los_Angeles"]],
    ["Guam, within +1", "+16715550123", ["Pacific/Guam"]],
    ["British mobiles", "+447700900123", ["Europe/Guernsey", "Europe/Isle_of_Man", "Europe/London"]],
    ["São Paulo", "+5511912345678", ["America/Sao_Paulo"]],
    ["India", "+919876543210", ["Asia/Calcutta"]],
    ["no country", "+9991234567", []],
    ["a short code", "72345", []],
    ["a name", "Royal Mail", []],
    ["nothing", "", []],
    ["only a plus", "+", []],
  ])("%s", (_where, number, zones) => {
    expect(zonesOf(number)).toEqual(zones);
  });

  test("a toll-free number may be anywhere in its numbering plan", () => {
    expect(zonesOf("+18005550123").length).toBeGreaterThan(40);
    expect(zonesOf("+18005550123")).toEqual(expect.arrayContaining(["America/New_York", "Pacific/Honolulu"]));
  });

  test("the table is whole, every zone in it is known to the runtime, and no prefix stands twice", () => {
    const prefixes = Object.values(table).flatMap((list) => {
      let prefix = 0;
      return list.split(" ").map((distance) => (prefix += parseInt(distance, 36)));
    });
    expect(prefixes).toHaveLength(3291);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(
      Object.keys(table)
        .flatMap((zones) => zones.split("&"))
        .filter((zone) => !isZone(zone)),
    ).toEqual([]);
  });
});

test.each([
  ["Europe/London", true],
  ["Asia/Kolkata", true],
  ["UTC", true],
  ["+01:00", false],
  ["Europe/Nowhere", false],
  ["", false],
  ["../etc/passwd", false],
])("isZone(%j) is %s", (name, expected) => {
  expect(isZone(name)).toBe(expected);
});
