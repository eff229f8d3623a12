// Opening hours on real clocks: nights, holidays, halves and quarters of an hour, several zones at once.
import { describe, expect, test } from "vitest";
import { closing, DEFAULT_HOURS, Hours, isOpen, nextOpening } from "#core/hours";

const at = Date.parse;
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().replace(":00.000Z", "Z");

describe("is open", () => {
  test.each([
    ["at the minute it opens", "Europe/London", "2026-11-21T08:00Z", true],
    ["not a millisecond before", "Europe/London", "2026-11-21T07:59:59.999Z", false],
    ["until a millisecond before it closes", "Europe/London", "2026-11-21T20:59:59.999Z", true],
    ["not at the minute it closes", "Europe/London", "2026-11-21T21:00Z", false],
    ["by the person's clock, not ours", "America/New_York", "2026-11-21T08:00Z", false],
    ["an hour earlier in summer", "Europe/London", "2026-07-01T07:00Z", true],
    ["on the half hour in India", "Asia/Kolkata", "2026-11-21T02:30Z", true],
    ["and not before it", "Asia/Kolkata", "2026-11-21T02:29Z", false],
    ["on the quarter in Nepal", "Asia/Kathmandu", "2026-11-21T02:15Z", true],
    ["and not before it", "Asia/Kathmandu", "2026-11-21T02:14Z", false],
    ["under another name of the zone", "Asia/Calcutta", "2026-11-21T02:30Z", true],
    ["never in a zone nobody knows", "Europe/Nowhere", "2026-11-21T12:00Z", false],
  ])("%s (%s %s)", (_what, zone, instant, open) => {
    expect(isOpen(DEFAULT_HOURS, [zone], at(instant))).toBe(open);
  });

  test("only when every zone is, and in no zone never", () => {
    const both = ["Europe/London", "America/New_York"];
    expect(isOpen(DEFAULT_HOURS, both, at("2026-11-21T12:59Z"))).toBe(false);
    expect(isOpen(DEFAULT_HOURS, both, at("2026-11-21T13:00Z"))).toBe(true);
    expect(isOpen(DEFAULT_HOURS, both, at("2026-11-21T21:00Z"))).toBe(false);
    expect(isOpen(DEFAULT_HOURS, [], at("2026-11-21T12:00Z"))).toBe(false);
  });
});

describe("nights, holidays and long days", () => {
  // 2026-11-21 is a Saturday.
  test.each([
    ["a night window goes on after midnight", "Sa 22:00-02:00", "2026-11-22T01:59Z", true],
    ["and ends there", "Sa 22:00-02:00", "2026-11-22T02:00Z", false],
    ["it belongs to the day it starts on", "Sa 22:00-02:00", "2026-11-21T01:00Z", false],
    ["24:00 is the end of the day", "Sa 20:00-24:00", "2026-11-21T23:59Z", true],
    ["and not the next", "Sa 20:00-24:00", "2026-11-22T00:00Z", false],
    ["00:00 as an end is the same", "Sa 20:00-00:00", "2026-11-21T23:59Z", true],
    ["from Sunday into Monday", "Su 22:00-02:00", "2026-11-23T01:00Z", true],
    ["a holiday is closed", "24/7; 2026-11-21 off", "2026-11-21T12:00Z", false],
    ["the night before ends at its midnight", "Fr 22:00-02:00; 2026-11-21 off", "2026-11-21T00:00Z", false],
    ["but has its evening", "Fr 22:00-02:00; 2026-11-21 off", "2026-11-20T23:59Z", true],
    ["a holiday's own night does not start", "Sa 22:00-02:00; 2026-11-21 off", "2026-11-22T01:00Z", false],
    ["before 1970 too", "Th 00:00-24:00", "1969-12-25T12:00Z", true],
  ])("%s (%s at %s)", (_what, hours, instant, open) => {
    expect(isOpen(Hours.parse(hours), ["UTC"], at(instant))).toBe(open);
  });

  test("a holiday is one by the person's calendar", () => {
    const hours = Hours.parse("24/7; 2026-12-25 off");
    expect(isOpen(hours, ["Pacific/Apia"], at("2026-12-24T10:59Z"))).toBe(true);
    expect(isOpen(hours, ["Pacific/Apia"], at("2026-12-24T11:00Z"))).toBe(false);
    expect(isOpen(hours, ["America/New_York"], at("2026-12-25T04:59Z"))).toBe(true);
    expect(isOpen(hours, ["America/New_York"], at("2026-12-25T05:00Z"))).toBe(false);
  });
});

describe("next opening", () => {
  test.each([
    [
      "now, to the millisecond, where it is open",
      "Mo-Su 08:00-21:00",
      ["Europe/London"],
      "2026-11-21T12:34:56.789Z",
      "2026-11-21T12:34:56.789Z",
    ],
    ["this morning", "Mo-Su 08:00-21:00", ["Europe/London"], "2026-11-21T03:00Z", "2026-11-21T08:00Z"],
    ["tomorrow", "Mo-Su 08:00-21:00", ["Europe/London"], "2026-11-21T21:00Z", "2026-11-22T08:00Z"],
    [
      "after the weekend and a holiday",
      "Mo-Fr 09:00-17:00; 2026-11-23 off",
      ["Europe/London"],
      "2026-11-20T17:00Z",
      "2026-11-24T09:00Z",
    ],
    [
      "after lunch",
      "Mo-Su 09:00-12:00,13:00-17:00",
      ["Europe/London"],
      "2026-11-21T12:00Z",
      "2026-11-21T13:00Z",
    ],
    [
      "when the last of several zones opens",
      "Mo-Su 08:00-21:00",
      ["Europe/London", "America/New_York"],
      "2026-11-21T03:00Z",
      "2026-11-21T13:00Z",
    ],
    [
      "where two zones hardly meet",
      "Mo-Su 09:00-18:00",
      ["Europe/London", "America/Los_Angeles"],
      "2026-11-21T03:00Z",
      "2026-11-21T17:00Z",
    ],
    ["once a week", "We 10:00-11:00", ["Asia/Kathmandu"], "2026-11-25T05:15Z", "2026-12-02T04:15Z"],
    ["on a date line day", "Sa 00:00-01:00", ["Pacific/Apia"], "2026-11-20T12:00Z", "2026-11-27T11:00Z"],
  ])("%s (%s)", (_what, hours, zones, from, expected) => {
    expect(nextOpening(Hours.parse(hours), zones, at(from))).toBe(at(expected));
  });

  test.each([
    ["nothing is ever open", "", ["Europe/London"]],
    ["zones never meet", "Mo-Su 09:00-10:00", ["Europe/London", "Pacific/Honolulu"]],
    ["a zone is unknown", "24/7", ["Europe/London", "Europe/Nowhere"]],
    ["no zone is given", "24/7", []],
  ])("there is none when %s", (_what, words, zones) => {
    expect(nextOpening(Hours.parse(words), zones, at("2026-11-21T12:00Z"))).toBeNull();
  });

  test("nobody looks further than a year ahead", () => {
    const holidays = Array.from({ length: 366 }, (_, day) =>
      new Date(at("2026-11-21") + day * 86_400_000).toISOString().slice(0, 10),
    );
    const hours = { ...Hours.parse("24/7"), holidays };
    expect(nextOpening(hours, ["UTC"], at("2026-11-21T00:00Z"))).toBeNull();
    expect(iso(nextOpening(hours, ["UTC"], at("2026-11-21T00:01Z")))).toBe("2027-11-22T00:00Z");
  });

  test("there is none where it would come at or after the end", () => {
    const from = at("2026-11-21T03:00Z");
    expect(nextOpening(DEFAULT_HOURS, ["UTC"], from, at("2026-11-21T08:00Z"))).toBeNull();
    expect(nextOpening(DEFAULT_HOURS, ["UTC"], from, at("2026-11-21T08:00Z") + 1)).toBe(
      at("2026-11-21T08:00Z"),
    );
    expect(nextOpening(DEFAULT_HOURS, ["UTC"], at("2026-11-21T12:00Z"), at("2026-11-21T12:00Z"))).toBeNull();
  });
});

describe("closing", () => {
  test.each([
    ["tonight", "Mo-Su 08:00-21:00", ["Europe/London"], "2026-11-21T12:00Z", "2026-11-21T21:00Z"],
    [
      "at once where it is closed",
      "Mo-Su 08:00-21:00",
      ["Europe/London"],
      "2026-11-21T22:00Z",
      "2026-11-21T22:00Z",
    ],
    [
      "when the first of several zones closes",
      "Mo-Su 08:00-21:00",
      ["Europe/London", "America/New_York"],
      "2026-11-21T14:00Z",
      "2026-11-21T21:00Z",
    ],
    [
      "at the end of windows that touch",
      "Sa 08:00-12:00,12:00-15:00,14:00-18:00",
      ["UTC"],
      "2026-11-21T09:00Z",
      "2026-11-21T18:00Z",
    ],
    [
      "over midnight where two days touch",
      "Fr 20:00-24:00; Sa 00:00-03:00",
      ["UTC"],
      "2026-11-20T22:00Z",
      "2026-11-21T03:00Z",
    ],
    [
      "after days without a pause",
      "Mo-Th 00:00-24:00; Fr 00:00-17:00",
      ["UTC"],
      "2026-11-23T00:00Z",
      "2026-11-27T17:00Z",
    ],
    [
      "at a holiday's midnight",
      "24/7; 2026-12-25 off",
      ["Asia/Kolkata"],
      "2026-11-21T12:00Z",
      "2026-12-24T18:30Z",
    ],
  ])("%s (%s)", (_what, hours, zones, from, expected) => {
    expect(iso(closing(Hours.parse(hours), zones, at(from)))).toBe(expected);
  });

  test("and is not looked for any further than was asked", () => {
    const morning = at("2026-11-21T09:00Z");
    expect(closing(DEFAULT_HOURS, ["UTC"], morning, at("2026-11-21T21:00Z"))).toBeNull();
    expect(iso(closing(DEFAULT_HOURS, ["UTC"], morning, at("2026-11-21T21:00Z") + 1))).toBe(
      "2026-11-21T21:00Z",
    );
    expect(closing(DEFAULT_HOURS, ["UTC"], at("2026-11-21T22:00Z"), morning)).toBe(at("2026-11-21T22:00Z"));
  });

  test("never, where it is always open", () => {
    expect(
      closing(Hours.parse("24/7"), ["Europe/London", "America/New_York"], at("2026-11-21T12:00Z")),
    ).toBeNull();
  });
});
