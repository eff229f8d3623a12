// The days a clock is put forward or back. Open is when the clock on the wall says so.
import { describe, expect, test } from "vitest";
import { closing, Hours, isOpen, nextOpening } from "#core/hours";

const at = Date.parse;
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().replace(":00.000Z", "Z");

interface Change {
  readonly what: string;
  readonly zone: string;
  readonly hours: string;
  readonly from: string;
  readonly opens: string;
  readonly closes: string;
}

describe("the hour that does not exist", () => {
  test.each<Change>([
    {
      what: "a window that starts in it opens right after",
      zone: "Europe/London",
      hours: "Su 01:30-04:00",
      from: "2026-03-29T00:00Z",
      opens: "2026-03-29T01:00Z",
      closes: "2026-03-29T03:00Z",
    },
    {
      what: "a window that ends in it closes right before",
      zone: "Europe/London",
      hours: "Su 00:30-01:30",
      from: "2026-03-29T00:00Z",
      opens: "2026-03-29T00:30Z",
      closes: "2026-03-29T01:00Z",
    },
    {
      what: "a window all within it waits for next week",
      zone: "Europe/London",
      hours: "Su 01:15-01:45",
      from: "2026-03-29T00:00Z",
      opens: "2026-04-05T00:15Z",
      closes: "2026-04-05T00:45Z",
    },
    {
      what: "a night that goes through it is an hour shorter",
      zone: "America/New_York",
      hours: "Sa 22:00-04:00",
      from: "2026-03-08T00:00Z",
      opens: "2026-03-08T03:00Z",
      closes: "2026-03-08T08:00Z",
    },
    {
      what: "the morning comes an hour earlier",
      zone: "America/New_York",
      hours: "Mo-Su 08:00-21:00",
      from: "2026-03-08T05:00Z",
      opens: "2026-03-08T12:00Z",
      closes: "2026-03-09T01:00Z",
    },
    {
      what: "half an hour on Lord Howe Island",
      zone: "Australia/Lord_Howe",
      hours: "Su 02:10-03:00",
      from: "2026-10-03T14:00Z",
      opens: "2026-10-03T15:30Z",
      closes: "2026-10-03T16:00Z",
    },
    {
      what: "a midnight that does not exist, in Beirut",
      zone: "Asia/Beirut",
      hours: "Su 00:00-02:00",
      from: "2026-03-28T20:00Z",
      opens: "2026-03-28T22:00Z",
      closes: "2026-03-28T23:00Z",
    },
    {
      what: "a whole day that did not, in Samoa",
      zone: "Pacific/Apia",
      hours: "Fr 08:00-21:00",
      from: "2011-12-29T12:00Z",
      opens: "2012-01-05T18:00Z",
      closes: "2012-01-06T07:00Z",
    },
    {
      what: "the last evening before that day runs into the day after",
      zone: "Pacific/Apia",
      hours: "Th 20:00-24:00; Sa 00:00-01:00",
      from: "2011-12-30T06:00Z",
      opens: "2011-12-30T06:00Z",
      closes: "2011-12-30T11:00Z",
    },
  ])("$what", ({ zone, hours, from, opens, closes }) => {
    const opening = nextOpening(Hours.parse(hours), [zone], at(from));
    expect(iso(opening)).toBe(opens);
    expect(iso(closing(Hours.parse(hours), [zone], opening ?? 0))).toBe(closes);
  });
});

describe("the hour that comes twice", () => {
  test.each<Change & { readonly opensAgain: string | null }>([
    {
      what: "a window within it opens twice",
      zone: "Europe/London",
      hours: "Su 01:15-01:45",
      from: "2026-10-25T00:00Z",
      opens: "2026-10-25T00:15Z",
      closes: "2026-10-25T00:45Z",
      opensAgain: "2026-10-25T01:15Z",
    },
    {
      what: "a window that starts in it opens, closes when the clock goes back, and opens again",
      zone: "Europe/London",
      hours: "Su 01:30-04:00",
      from: "2026-10-25T00:00Z",
      opens: "2026-10-25T00:30Z",
      closes: "2026-10-25T01:00Z",
      opensAgain: "2026-10-25T01:30Z",
    },
    {
      what: "a window that ends in it opens again where the clock goes back into it",
      zone: "America/New_York",
      hours: "Su 00:30-01:30",
      from: "2026-11-01T04:00Z",
      opens: "2026-11-01T04:30Z",
      closes: "2026-11-01T05:30Z",
      opensAgain: "2026-11-01T06:00Z",
    },
    {
      what: "a night that goes through it is an hour longer",
      zone: "America/New_York",
      hours: "Sa 22:00-04:00",
      from: "2026-11-01T00:00Z",
      opens: "2026-11-01T02:00Z",
      closes: "2026-11-01T09:00Z",
      opensAgain: "2026-11-08T03:00Z",
    },
    {
      what: "half an hour on Lord Howe Island",
      zone: "Australia/Lord_Howe",
      hours: "Su 01:35-01:55",
      from: "2026-04-04T12:00Z",
      opens: "2026-04-04T14:35Z",
      closes: "2026-04-04T14:55Z",
      opensAgain: "2026-04-04T15:05Z",
    },
  ])("$what", ({ zone, hours, from, opens, closes, opensAgain }) => {
    const parsed = Hours.parse(hours);
    const opening = nextOpening(parsed, [zone], at(from));
    expect(iso(opening)).toBe(opens);
    const closed = closing(parsed, [zone], opening ?? 0);
    expect(iso(closed)).toBe(closes);
    expect(iso(nextOpening(parsed, [zone], closed ?? 0))).toBe(opensAgain);
  });
});

test("two zones that change on different days are each read by their own clock", () => {
  // Between 8 and 29 March New York is four hours behind London, not five.
  const hours = Hours.parse("Mo-Su 08:00-21:00");
  const both = ["Europe/London", "America/New_York"];
  expect(isOpen(hours, both, at("2026-03-07T12:30Z"))).toBe(false);
  expect(isOpen(hours, both, at("2026-03-09T12:30Z"))).toBe(true);
  expect(iso(nextOpening(hours, both, at("2026-03-30T06:00Z")))).toBe("2026-03-30T12:00Z");
});
