// What is read out of calendars, against a second library: texts, repeating events with the nights of the clocks, and our
// own feeds brought back.
import * as fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { escapeText, readLines, unescapeText, writeLine } from "#core/calendar/content-line";
import { shiftEvents } from "#core/calendar/shift-events";
import { writeCalendar } from "#core/calendar/write-calendar";
import { occurrences } from "#core/rota/occurrences";
import type { Override, Shift } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { readCalendar } from "#core/shift-import/read-calendar";
import { settle } from "#core/shift-import/settle";
import { arbitraryCase } from "../rota/arbitrary-rota.ts";
import { id } from "../rota/writing.ts";
import { ics, OLD_NEW_YORK, OUTLOOK_BERLIN } from "./ics.ts";

const RUNS = { seed: 20261121, numRuns: 200 };
const DAY_MS = 86_400_000;
const MEMBERS = ["Ann", "Ben", "Cleo", "Dan"].map((name) => ({
  id: id(name),
  name,
  email: null,
  phone: null,
}));

test("texts of any letters come through both ways", () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 120 })
    .filter((one) => !/(?![\n\t])\p{Cc}/u.test(one));
  fc.assert(
    fc.property(text, text, (summary, name) => {
      const parameter = name.replaceAll(/["\n\t^\\]/g, "");
      const written =
        writeLine("SUMMARY", escapeText(summary)) + writeLine("ATTENDEE", "mailto:a@b.c", { CN: parameter });
      const read = new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${written}END:VEVENT\r\n`));
      expect(read.getFirstPropertyValue("summary")).toBe(summary);
      expect(read.getFirstProperty("attendee")?.getFirstParameter("cn") ?? "").toBe(parameter);
      const [begin, first, second] = readLines(read.toString());
      expect(begin?.value).toBe("VEVENT");
      expect(unescapeText(first?.value ?? "")).toBe(summary);
      expect(second?.parameters.get("CN") ?? "").toBe(parameter);
    }),
    RUNS,
  );
});

test("a weekly event has the same starts and ends, over both nights of the clocks", () => {
  const zones = [
    { zone: "Europe/Berlin", tzid: "W. Europe Standard Time", lines: OUTLOOK_BERLIN },
    { zone: "America/New_York", tzid: "Somewhere East", lines: OLD_NEW_YORK },
  ];
  const given = fc.record({
    zone: fc.constantFrom(...zones),
    // Not within the hours that are missing or come twice: there the library goes its own way.
    start: fc.record({ day: fc.nat({ max: 500 }), minute: fc.integer({ min: 4 * 60, max: 23 * 60 }) }),
    lengthMinutes: fc.constantFrom(1, 45, 60, 180),
    days: fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], { minLength: 1 }),
    end: fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
      fc
        .integer({ min: 1, max: 300 })
        .map((days) => `;UNTIL=${stamp(Date.parse("2027-06-01T00:00Z") + days * DAY_MS)}Z`),
    ),
  });
  fc.assert(
    fc.property(given, ({ zone: { zone, tzid, lines }, start, lengthMinutes, days, end }) => {
      const day = Date.parse("2026-01-01T00:00Z") + start.day * DAY_MS;
      const weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][new Date(day).getUTCDay()] ?? "";
      const wall = day + start.minute * 60_000;
      const file = ics(
        lines,
        "BEGIN:VEVENT",
        "UID:x",
        `DTSTART;TZID=${tzid}:${stamp(wall)}`,
        `DURATION:PT${lengthMinutes}M`,
        "SUMMARY:Ann",
        `RRULE:FREQ=WEEKLY;BYDAY=${[...new Set([weekday, ...days])].join(",")}${end}`,
        "END:VEVENT",
      );
      const { shifts } = settle(readCalendar({ helplineId: "h", zone, members: MEMBERS }, file) ?? [], {
        shifts: [],
        overrides: [],
      });
      const found = occurrences(
        { zone, shifts, overrides: [], holidays: [] },
        day - DAY_MS,
        day + 900 * DAY_MS,
      );
      expect(found.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
        expand(file, lengthMinutes * 60_000),
      );
    }),
    RUNS,
  );
});

test("a feed of ours that is imported into an empty group has the same people on", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rota, from, minutes }) => {
      const to = from + minutes * 60_000;
      const nameOf = (one: string) => MEMBERS.find((member) => member.id === one)?.name ?? "?";
      const group = {
        id: "a",
        name: "Line",
        number: null,
        rota,
        changedAt: new Map<string, number>(),
        nameOf,
      };
      const text = writeCalendar({ name: "Line", events: shiftEvents(group, from, to, null) });
      const drafts = readCalendar({ helplineId: "b", zone: rota.zone, members: MEMBERS }, text) ?? [];
      // A shift of 25 hours is none of a single date.
      const isWhole = drafts.every(({ outcome }) => outcome.kind === "read");
      fc.pre(isWhole);
      const imported = settle(drafts, { shifts: [], overrides: [] });
      const overrides = imported.overrides.map((change): Override => ({ ...change, at: 0 }));
      const shifts: readonly Shift[] = imported.shifts;
      const copy = { zone: rota.zone, shifts, overrides, holidays: [] };
      const instants = Array.from({ length: minutes / 30 }, (_, step) => from + (step * 30 + 7) * 60_000);
      const on = (which: typeof copy | typeof rota, at: number) =>
        whoIsOn(which, at)
          .map(({ volunteerId }) => volunteerId)
          .sort();
      expect(instants.map((at) => on(copy, at))).toEqual(instants.map((at) => on(rota, at)));
    }),
    { ...RUNS, numRuns: 20 },
  );
});

/** By the library: starts and ends of the only event, in order. */
function expand(file: string, lengthMs: number): readonly [number, number][] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  const component = calendar.getFirstSubcomponent("vevent");
  if (component === null) throw new Error("there is no event");
  const start = new ICAL.Event(component).startDate;
  start.zone = zone;
  const iterator = new ICAL.Event(component).iterator(start);
  const found: [number, number][] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const startsAt = next.toUnixTime() * 1000;
    found.push([startsAt, startsAt + lengthMs]);
  }
  return found;
}

function stamp(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}
