// Shifts out of calendars as programs write them.
import { describe, expect, test } from "vitest";
import { readCalendar } from "#core/shift-import/read-calendar";
import { settle } from "#core/shift-import/settle";
import { event, ics, OLD_NEW_YORK, OUTLOOK_BERLIN } from "./ics.ts";
import { MEMBERS, tell } from "./members.ts";

const read = (zone: string, ...parts: readonly string[]) =>
  readCalendar({ helplineId: "berlin", zone, members: MEMBERS }, ics(...parts));
const berlin = (...lines: readonly string[]) => tell(read("Europe/Berlin", event(...lines)))?.[0];
const AT = ["DTSTART;TZID=Europe/Berlin:20261123T090000", "DTEND;TZID=Europe/Berlin:20261123T120000"];
const ANN = "SUMMARY:Ann Ames";

const who = (...lines: readonly string[]) =>
  berlin(...AT, ...lines)?.replace("2026-11-23 add 09:00-12:00 ", "");
const weekly = (zone: string, line: string, ...more: readonly string[]) =>
  tell(read(zone, ...more, event(line, "DURATION:PT3H", ANN, "RRULE:FREQ=WEEKLY")))?.[0];
const changed = (...lines: readonly string[]) =>
  event("UID:week", "RECURRENCE-ID;TZID=Europe/Berlin:20261130T090000", ...lines);
const file = (people: string) => [
  event("UID:week", ...AT, people, "RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20261207"),
  event("UID:once", "DTSTART:20261128T100000", "DURATION:PT1H", people),
];

describe("who", () => {
  test.each([
    [["SUMMARY:Shift", "ATTENDEE;CN=Somebody:mailto:ANN@example.org"], "Ann"],
    [["SUMMARY:Shift", 'ATTENDEE;CN="Ann Ames";X="a;b:c":mailto:private@example.net'], "Ann"],
    [["SUMMARY:Shift", "ATTENDEE:mailto:ben@example.org", "ATTENDEE:mailto:ann@example.org"], "Ben, Ann"],
    [
      [
        "SUMMARY:Shift",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org",
        "ATTENDEE:mailto:ann@example.org",
      ],
      "Ann",
    ],
    [
      ["SUMMARY:Shift", "ATTENDEE;CUTYPE=ROOM:mailto:room@example.org", "ATTENDEE:mailto:ann@example.org"],
      "Ann",
    ],
    [["SUMMARY:Shift", "ATTENDEE;CN=Zoe:mailto:zoe@example.org"], '"Zoe" is no member of this group'],
    [["SUMMARY:Ann Ames"], "Ann"],
    [["SUMMARY:Hotline: Ann\\, Ben"], "Ann, Ben"],
    [["SUMMARY:Ann & Béla Bar", " tók"], "Ann, Béla"],
    [["SUMMARY:Open: Berlin line"], "-"],
    [["SUMMARY:Team lunch"], '"Team lunch" is no member of this group'],
    [["SUMMARY:Hotline:"], "nobody is invited to it, and its title names nobody"],
    [[], "nobody is invited to it, and its title names nobody"],
  ])("%j: %s", (lines, expected) => expect(who(...lines)).toBe(expected));
});

describe("once", () => {
  test.each([
    ["by the group's clock", AT, "2026-11-23 add 09:00-12:00 Ann"],
    [
      "floating times are the group's",
      ["DTSTART:20261123T220000", "DTEND:20261124T020000"],
      "2026-11-23 add 22:00-02:00 Ann",
    ],
    ["in UTC", ["DTSTART:20261123T080000Z", "DTEND:20261123T110000Z"], "2026-11-23 add 09:00-12:00 Ann"],
    [
      "in another zone, on another date",
      ["DTSTART;TZID=Pacific/Auckland:20261124T090000", "DURATION:PT3H"],
      "2026-11-23 add 21:00-00:00 Ann",
    ],
    [
      "ends in another zone",
      ["DTSTART;TZID=Europe/London:20261123T080000", "DTEND:20261123T110000Z"],
      "2026-11-23 add 09:00-12:00 Ann",
    ],
    [
      "over the night the clocks go back",
      ["DTSTART:20261024T210000Z", "DTEND:20261025T030000Z"],
      "2026-10-24 add 23:00-04:00 Ann",
    ],
    [
      "a whole day",
      ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261124"],
      "2026-11-23 add 00:00-00:00 Ann",
    ],
    ["a day without an end", ["DTSTART;VALUE=DATE:20261123"], "2026-11-23 add 00:00-00:00 Ann"],
    [
      "by a path to its zone",
      ["DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20261123T090000", "DURATION:PT1H"],
      "2026-11-23 add 10:00-11:00 Ann",
    ],
    ["without an end", ["DTSTART:20261123T090000Z"], "it has no time at which it ends"],
    ["without a beginning", ["DTEND:20261123T090000Z"], "it has no time at which it begins"],
    [
      "on a date that is none",
      ["DTSTART:20260231T090000Z", "DURATION:PT1H"],
      "it has no time at which it begins",
    ],
    [
      "that ends at once",
      ["DTSTART:20261123T090000Z", "DTEND:20261123T090000Z"],
      "it ends when it begins, or before",
    ],
    ["of two days", ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261125"], "it is longer than a day"],
    ["that is cancelled", [...AT, "STATUS:CANCELLED"], "it is cancelled"],
  ])("%s", (_what, lines, expected) => expect(berlin(...lines, ANN)).toBe(expected));
});

describe("every week", () => {
  test.each([
    ["without an end", "FREQ=WEEKLY", "Mon 09:00-12:00 Ann 2026-11-23.."],
    [
      "on several days, each from its first date",
      "FREQ=WEEKLY;WKST=SU;BYDAY=FR,MO",
      "Mon 09:00-12:00 Ann 2026-11-23.. | Fri 09:00-12:00 Ann 2026-11-27..",
    ],
    ["until an instant", "FREQ=WEEKLY;UNTIL=20261207T080000Z", "Mon 09:00-12:00 Ann 2026-11-23..2026-12-07"],
    ["until just before", "FREQ=WEEKLY;UNTIL=20261207T075959Z", "Mon 09:00-12:00 Ann 2026-11-23..2026-11-30"],
    ["until a date", "FREQ=WEEKLY;UNTIL=20261207", "Mon 09:00-12:00 Ann 2026-11-23..2026-12-07"],
    ["so many times", "FREQ=WEEKLY;COUNT=3", "Mon 09:00-12:00 Ann 2026-11-23..2026-12-07"],
    [
      "so many times in all",
      "FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE",
      "Mon 09:00-12:00 Ann 2026-11-23..2026-11-30 | Wed 09:00-12:00 Ann 2026-11-25..2026-11-25",
    ],
    [
      "every day, a few times",
      "FREQ=DAILY;COUNT=8",
      "Mon 09:00-12:00 Ann 2026-11-23..2026-11-30 | Tue 09:00-12:00 Ann 2026-11-24..2026-11-24 | Wed 09:00-12:00 Ann 2026-11-25..2026-11-25 | Thu 09:00-12:00 Ann 2026-11-26..2026-11-26 | Fri 09:00-12:00 Ann 2026-11-27..2026-11-27 | Sat 09:00-12:00 Ann 2026-11-28..2026-11-28 | Sun 09:00-12:00 Ann 2026-11-29..2026-11-29",
    ],
    [
      "every day of some weekdays",
      "FREQ=DAILY;BYDAY=MO,TU",
      "Mon 09:00-12:00 Ann 2026-11-23.. | Tue 09:00-12:00 Ann 2026-11-24..",
    ],
    ["every other day", "FREQ=DAILY;INTERVAL=2", "it repeats every 2 days: shifts repeat every week"],
    ["yearly", "FREQ=YEARLY", "it repeats yearly: shifts are weekly"],
    ["every other week", "FREQ=WEEKLY;INTERVAL=2", "it repeats every 2 weeks: shifts repeat every week"],
    ["monthly by weekday", "FREQ=MONTHLY;BYDAY=1MO", "it repeats monthly: shifts are weekly"],
    ["in some months", "FREQ=WEEKLY;BYMONTH=12", "it repeats by a rule that is more than weekdays"],
    ["ended before it began", "FREQ=WEEKLY;UNTIL=20261101", "its rule ends before it begins"],
    ["by no rule", "whenever", "its rule of repeating cannot be read"],
    ["on no day", "FREQ=WEEKLY;BYDAY=XX", "its rule of repeating cannot be read"],
  ])("%s", (_what, rule, expected) => expect(berlin(...AT, ANN, `RRULE:${rule}`)).toBe(expected));

  test("at a night", () => {
    expect(berlin("DTSTART:20261123T220000", "DTEND:20261124T020000", ANN, "RRULE:FREQ=WEEKLY")).toBe(
      "Mon 22:00-02:00 Ann 2026-11-23..",
    );
  });
  test("dates left out are removed", () => {
    expect(
      berlin(
        ...AT,
        ANN,
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU",
        "EXDATE;TZID=Europe/Berlin:20261201T090000,20261207T090000",
        "EXDATE:20261214T080000Z",
      ),
    ).toBe(
      "Mon 09:00-12:00 Ann 2026-11-23.. | Tue 09:00-12:00 Ann 2026-11-24.. | 2026-12-01 remove | 2026-12-07 remove | 2026-12-14 remove",
    );
  });
});

describe("in other zones", () => {
  test("one with the same clock is as good", () => {
    expect(weekly("Europe/Berlin", "DTSTART;TZID=Europe/Vienna:20261123T220000")).toBe(
      "Mon 22:00-01:00 Ann 2026-11-23..",
    );
  });
  test("one that is always as far away too: on the next day", () => {
    expect(weekly("Asia/Kathmandu", "DTSTART;TZID=Asia/Kolkata:20261123T235000")).toBe(
      "Tue 00:05-03:05 Ann 2026-11-24..",
    );
  });
  test.each(["DTSTART;TZID=America/New_York:20261123T090000", "DTSTART:20261123T080000Z"])(
    "%s is at no one time all year",
    (line) => {
      expect(weekly("Europe/Berlin", line)).toBe(
        "by the clock of Europe/Berlin it is not at the same time all year",
      );
    },
  );
  test("Outlook's own names, by the zone in the file", () => {
    expect(
      weekly("Europe/Berlin", "DTSTART;TZID=W. Europe Standard Time:20260323T090000", OUTLOOK_BERLIN),
    ).toBe("Mon 09:00-12:00 Ann 2026-03-23..");
  });
  test("old rules, by the zone in the file", () => {
    expect(weekly("America/New_York", "DTSTART;TZID=Somewhere East:20260302T010000", OLD_NEW_YORK)).toBe(
      "Mon 01:00-04:00 Ann 2026-03-02..",
    );
  });
  test("an unknown zone that is not in the file rejects its event, and no other", () => {
    const parts = [
      "DTSTART;TZID=Middle Earth:20261123T090000",
      "DTSTART;TZID=Odd:20261123T090000",
      AT[0] ?? "",
    ];
    const odd = OUTLOOK_BERLIN.replace("W. Europe Standard Time", "Odd").replaceAll("YEARLY", "MONTHLY");
    expect(
      tell(read("Europe/Berlin", odd, ...parts.map((line) => event(line, "DURATION:PT3H", ANN)))),
    ).toEqual([
      'its time zone "Middle Earth" is unknown, and the file does not say what it is',
      'its time zone "Odd" is unknown, and the file does not say what it is',
      "2026-11-23 add 09:00-12:00 Ann",
    ]);
  });
});

describe("one date of a repeating event", () => {
  const MASTER = event("UID:week", ...AT, ANN, "RRULE:FREQ=WEEKLY");
  test("at another time with somebody else, wherever it stands", () => {
    const moved = changed("DTSTART:20261201T140000", "DTEND:20261201T150000", "SUMMARY:Ben Braun");
    expect(tell(read("Europe/Berlin", moved, MASTER))).toEqual([
      "2026-11-30 remove | 2026-12-01 add 14:00-15:00 Ben",
      "Mon 09:00-12:00 Ann 2026-11-23..",
    ]);
  });
  test("cancelled", () => {
    expect(
      tell(read("Europe/Berlin", MASTER, changed("STATUS:CANCELLED", "DTSTART:20261130T090000")))?.[1],
    ).toBe("2026-11-30 remove");
  });
  test("and of all later ones: that would be another repeating event", () => {
    const later = event("UID:week", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261130T080000Z", ...AT, ANN);
    expect(tell(read("Europe/Berlin", MASTER, later))?.[1]).toBe(
      "it changes every later date too: end the repeating event, and begin another",
    );
  });
  test("of one that is not there", () => {
    expect(tell(read("Europe/Berlin", changed(...AT, ANN)))).toEqual([
      "it changes a date of a repeating event that is not among the shifts of this file",
    ]);
  });
});

test("the group's own feed, imported again, is nothing new", () => {
  const [own, another] = ["berlin", "vienna"].map((group) =>
    event(`UID:2026-11-23.7d1c2a52-66ab-4c62-9ac7-0e3d7a5d2b11.${group}@partyline`, ...AT, ANN),
  );
  expect(tell(read("Europe/Berlin", own ?? "", another ?? ""))).toEqual([
    "it is from this group's own feed",
    "2026-11-23 add 09:00-12:00 Ann",
  ]);
});

test("imported twice everything is the same; an event that has changed is made anew under its id", () => {
  const first = settle(read("Europe/Berlin", ...file(ANN)) ?? [], { shifts: [], overrides: [] });
  const there = { shifts: first.shifts, overrides: first.overrides.map((change) => ({ ...change, at: 5 })) };
  expect(tell(read("Europe/Berlin", ...file(ANN)), there)).toEqual(["same", "same"]);
  const second = settle(read("Europe/Berlin", ...file("SUMMARY:Ben")) ?? [], there);
  expect(second.items.map(({ outcome }) => outcome)).toEqual(["made", "made"]);
  expect(second.shifts.map(({ id }) => id)).toEqual(first.shifts.map(({ id }) => id));
});

test.each(["", "Mon,9,12", "BEGIN:VCALENDAR\r\nVERSION:2.0", "BEGIN:VEVENT\r\nEND:VEVENT"])(
  "%j is no calendar",
  (text) => {
    expect(readCalendar({ helplineId: "berlin", zone: "UTC", members: MEMBERS }, text)).toBeNull();
  },
);
