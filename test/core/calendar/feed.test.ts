// A feed of shifts, read back by a second library: at every instant it has the people that whoIsOn has.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVENTS_MAX, shiftEvents } from "#core/calendar/shift-events";
import type { Group } from "#core/calendar/shift-events";
import { writeCalendar } from "#core/calendar/write-calendar";
import type { Rota } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { arbitraryCase } from "../rota/arbitrary-rota.ts";
import { id, rota, shift } from "../rota/writing.ts";
import { readWithLibrary } from "./second-reader.ts";
import type { ReadEvent } from "./second-reader.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const NAMES = new Map(["Ann", "Ben", "Cleo", "Dan"].map((name) => [id(name), name]));

const groupOf = (given: Rota, more: Partial<Group> = {}): Group => ({
  id: "berlin",
  name: "Berlin line",
  number: "+4930123456",
  rota: given,
  changedAt: new Map(given.shifts.map((one) => [one.id, Date.parse("2026-10-01T09:00Z")])),
  nameOf: (one) => NAMES.get(one) ?? "somebody",
  ...more,
});
const feed = (group: Group, from: number, to: number, volunteer: string | null = null) =>
  readWithLibrary(writeCalendar({ name: group.name, events: shiftEvents(group, from, to, volunteer) }));
const namesAt = (events: readonly ReadEvent[], at: number) =>
  new Set(
    events
      .filter(({ startsAt, endsAt, status }) => startsAt <= at && at < endsAt && status === "CONFIRMED")
      .flatMap(({ summary }) => summary.split(", ")),
  );
const peopleAt = (given: Rota, at: number) =>
  new Set(whoIsOn(given, at).map(({ volunteerId }) => NAMES.get(volunteerId)));

describe("a year of a group with nights over both changes of the clocks", () => {
  const NIGHTS = [
    shift("Sat 22:00-02:00 Ann, Ben"),
    shift("Sun 02:00-03:00 Cleo"),
    shift("Sun 02:30-06:00 Dan"),
    shift("Wed 09:15-12:45 Ben"),
    shift("Fri 08:00-08:00 Cleo"),
  ];
  test.each([
    "Europe/Berlin",
    "Pacific/Auckland",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "UTC",
  ])("%s: at every quarter of an hour the same people", (zone) => {
    const given = rota(zone, NIGHTS);
    const from = Date.parse("2026-09-22T00:00Z");
    const to = from + 425 * DAY_MS;
    const events = feed(groupOf(given), from, to);
    // Each night of a change, and the days beside them; the rest of the year by twenty hours.
    const changes = [
      "2026-09-26",
      "2026-10-04",
      "2026-10-25",
      "2026-11-01",
      "2027-03-14",
      "2027-03-28",
      "2027-04-04",
    ];
    const nights = changes.flatMap((date) =>
      Array.from({ length: 3 * 96 }, (_, quarter) => Date.parse(date) + (quarter - 96) * 15 * MINUTE_MS),
    );
    const rest = Array.from({ length: 500 }, (_, step) => from + step * 20 * 60 * MINUTE_MS);
    const instants = [...nights, ...rest].filter((at) => from <= at && at < to);
    expect(instants.map((at) => namesAt(events, at))).toEqual(instants.map((at) => peopleAt(given, at)));
  });
});

test("of any rota, at five past every hour", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rota: given, from, minutes }) => {
      const events = feed(groupOf(given), from, from + minutes * MINUTE_MS);
      const instants = Array.from({ length: minutes / 60 }, (_, hour) => from + (hour * 60 + 5) * MINUTE_MS);
      expect(instants.map((at) => namesAt(events, at))).toEqual(instants.map((at) => peopleAt(given, at)));
    }),
    { seed: 20261121, numRuns: 100 },
  );
});

const [from, to] = [Date.parse("2026-11-23T00:00Z"), Date.parse("2026-11-25T00:00Z")];
const summariesOf = (given: Rota, who: string) =>
  feed(groupOf(given), from, to, id(who)).map(({ summary }) => summary);

describe("what an event says", () => {
  const WEEK = [shift("#mon Mon 22:00-02:00 Ann, Ben"), shift("#tue Tue 09:00-12:00")];
  const given = rota("Europe/Berlin", WEEK);
  const swapped: Rota = {
    ...given,
    overrides: [
      {
        id: id("swap"),
        kind: "swap",
        date: "2026-11-23",
        at: Date.parse("2026-11-03T12:00Z"),
        shiftId: id("#mon"),
        from: id("Ann"),
        to: id("Cleo"),
      },
    ],
  };

  test("the group's feed: who is on and why, and what is open", () => {
    expect(feed(groupOf(swapped), from, to)).toMatchObject([
      {
        uid: `2026-11-23.${id("#mon")}.berlin@partyline`,
        summary: "Cleo, Ben",
        description:
          "Calls to +4930123456\nCleo: on shift Mon 22:00-02:00, in place of Ann by a swap made 3 Nov\nBen: on shift Mon 22:00-02:00",
        status: "CONFIRMED",
      },
      {
        summary: "Open: Berlin line",
        description: "Calls to +4930123456\nNobody is on this shift yet.",
        status: "TENTATIVE",
      },
    ]);
  });

  test("a volunteer's feed: only their own, and one that was swapped away is gone from it", () => {
    expect(summariesOf(swapped, "Cleo")).toEqual(["On shift: Berlin line"]);
    expect(summariesOf(swapped, "Ann")).toEqual([]);
  });

  test("a change keeps the event's UID and raises its SEQUENCE; nothing else changes by itself", () => {
    const [before] = feed(groupOf(given), from, to);
    const [after] = feed(groupOf(swapped), from, to);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    const write = () => writeCalendar({ name: "-", events: shiftEvents(groupOf(given), from, to, null) });
    expect(write()).toBe(write());
  });

  test("names with commas, semicolons, line breaks and letters of any length arrive as they are", () => {
    const name = `Ann\\; "Ben", 水 🦊 ${"ü".repeat(90)}\nnext`;
    const [first] = feed(groupOf(given, { name, nameOf: () => name }), from, to, id("Ann"));
    expect(first?.summary).toBe(`On shift: ${name}`);
    expect(first?.description).toContain(name);
    const text = writeCalendar({
      name,
      events: shiftEvents(groupOf(given, { nameOf: () => name }), from, to, null),
    });
    const octets = text.split("\r\n").map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

test("of a group with more shifts than a feed holds, what is ahead comes first, then what was last", () => {
  const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const hourly = Array.from({ length: 7 * 24 }, (_, hour) => {
    const [day = "", time] = [DAYS[Math.floor(hour / 24)], String(hour % 24).padStart(2, "0")];
    return shift(`${day} ${time}:00-${time}:30 Ann`);
  });
  const group = groupOf(rota("UTC", hourly));
  const shown = (daysBack: number, daysAhead: number) => {
    const events = shiftEvents(group, from - daysBack * DAY_MS, from + daysAhead * DAY_MS, null, from);
    return [
      events.length,
      ...[events[0], events.at(-1)].map((one) => ((one?.startsAt ?? 0) - from) / 3_600_000),
    ];
  };
  expect(shown(60, 366)).toEqual([EVENTS_MAX, 0, EVENTS_MAX - 1]);
  expect(shown(366, 60)).toEqual([EVENTS_MAX, 60 * 24 - EVENTS_MAX, 60 * 24 - 1]);
  expect(shown(60, 60)).toEqual([120 * 24, -60 * 24, 60 * 24 - 1]);
});
