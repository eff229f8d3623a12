// Slots on the funnel's calendar, in every kind of week a year has; and how the day's cap falls on them.
import { describe, expect, test } from "vitest";
import { nextFor, slotAt, slotsAhead, slotsLeft, slotsOf, startOfDay } from "#core/funnel/calendar";
import { Slots } from "#core/funnel/funnel";
import { planSlots, shareOf, SLOT_PEOPLE_MAX } from "#core/funnel/share";

const LONDON = "Europe/London";
const OFFICE = Slots.parse({});
const NIGHT = Slots.parse({ weekdays: [7], hours: [0, 1, 2, 3] });
const times = (slots: readonly { at: number }[]) =>
  slots.map(({ at }) => new Date(at).toISOString().slice(5, 16));

describe("slots by the hour on weekdays", () => {
  test.each([
    ["a Monday in winter", "2026-11-23", ["11-23T10:00", "11-23T17:00"], 8],
    ["a Monday in summer, an hour earlier by UTC", "2026-07-06", ["07-06T09:00", "07-06T16:00"], 8],
    ["a Saturday", "2026-11-21", [], 0],
    ["a Sunday", "2026-11-22", [], 0],
  ])("%s", (_what, day, ends, count) => {
    const slots = slotsOf(OFFICE, LONDON, day);
    expect(slots).toHaveLength(count);
    expect(times([slots.at(0), slots.at(-1)].filter((slot) => slot !== undefined))).toEqual(ends);
  });

  test("a holiday has none", () => {
    expect(slotsOf({ ...OFFICE, holidays: ["2026-12-25"] }, LONDON, "2026-12-25")).toEqual([]);
  });

  test("the hour that does not exist has no slot, the hour that comes twice has one", () => {
    expect(times(slotsOf(NIGHT, LONDON, "2027-03-28"))).toEqual([
      "03-28T00:00",
      "03-28T01:00",
      "03-28T02:00",
    ]);
    expect(times(slotsOf(NIGHT, LONDON, "2026-10-25"))).toEqual([
      "10-24T23:00",
      "10-25T00:00",
      "10-25T02:00",
      "10-25T03:00",
    ]);
    // In the second half of the hour that comes twice, the slot of its first is over.
    expect(slotAt(NIGHT, LONDON, Date.parse("2026-10-25T01:30:00Z"))).toBeNull();
  });

  test.each([
    ["due already, in the hour of a slot", "2026-11-23T10:20:00Z", "2026-11-20T00:00:00Z", "11-23T10:00"],
    ["due later in that hour", "2026-11-23T10:20:00Z", "2026-11-23T10:30:00Z", "11-23T11:00"],
    ["due at the very slot", "2026-11-23T10:20:00Z", "2026-11-23T12:00:00Z", "11-23T12:00"],
    ["due after the last of the day", "2026-11-23T10:20:00Z", "2026-11-23T17:00:00.001Z", "11-24T10:00"],
    ["due on a weekend", "2026-11-20T18:00:00Z", "2026-11-21T00:00:00Z", "11-23T10:00"],
    ["due in five weeks", "2026-11-20T18:00:00Z", "2026-12-26T00:00:00Z", "12-28T10:00"],
  ])("who is %s is begun with in the slot after", (_what, now, dueAt, expected) => {
    const slot = nextFor(OFFICE, LONDON, Date.parse(now), Date.parse(dueAt));
    expect(slot === null ? null : times([slot])[0]).toBe(expected);
  });

  test("a zone of half hours", () => {
    expect(times(slotsOf(OFFICE, "Asia/Kolkata", "2026-11-23"))[0]).toBe("11-23T04:30");
  });

  test.each([
    ["2026-11-23T09:59:59.999Z", null],
    ["2026-11-23T10:00:00Z", "11-23T10:00"],
    ["2026-11-23T10:59:59.999Z", "11-23T10:00"],
    ["2026-11-23T11:00:00Z", "11-23T11:00"],
    ["2026-11-23T17:59:00Z", "11-23T17:00"],
    ["2026-11-23T18:00:00Z", null],
    ["2026-11-21T10:00:00Z", null],
  ])("at %s it is the slot of %s", (now, expected) => {
    const slot = slotAt(OFFICE, LONDON, Date.parse(now));
    expect(slot === null ? null : times([slot])[0]).toBe(expected);
  });

  test("the last slot of a day is over at midnight", () => {
    const late = Slots.parse({ hours: [23] });
    expect(slotAt(late, LONDON, Date.parse("2026-11-23T23:59:59Z"))).toMatchObject({ day: "2026-11-23" });
    expect(slotAt(late, LONDON, Date.parse("2026-11-24T00:00:00Z"))).toBeNull();
  });

  test("ahead goes over the weekend; hours that never come end", () => {
    expect(times(slotsAhead(OFFICE, LONDON, Date.parse("2026-11-20T16:30:00Z"), 3))).toEqual([
      "11-20T17:00",
      "11-23T10:00",
      "11-23T11:00",
    ]);
    expect(slotsAhead({ ...OFFICE, weekdays: [] }, LONDON, 0, 3)).toEqual([]);
  });

  test("a date begins at the first instant of it", () => {
    expect(new Date(startOfDay(LONDON, "2026-07-01")).toISOString()).toBe("2026-06-30T23:00:00.000Z");
    expect(new Date(startOfDay("America/Havana", "2026-03-08")).toISOString()).toBe(
      "2026-03-08T05:00:00.000Z",
    );
  });
});

describe("the daily cap", () => {
  test.each([
    [{ dailyCap: 750, begunToday: 0, slotsLeft: 8 }, 94],
    [{ dailyCap: 750, begunToday: 94, slotsLeft: 7 }, 94],
    [{ dailyCap: 750, begunToday: 0, slotsLeft: 1 }, 750],
    [{ dailyCap: 750, begunToday: 750, slotsLeft: 3 }, 0],
    [{ dailyCap: 750, begunToday: 800, slotsLeft: 3 }, 0],
    [{ dailyCap: 20_000, begunToday: 0, slotsLeft: 2 }, SLOT_PEOPLE_MAX],
    [{ dailyCap: 5, begunToday: 0, slotsLeft: 0 }, 0],
  ])("%j is %i", (today, share) => {
    expect(shareOf(today)).toBe(share);
  });

  test("a whole day of slots comes to the cap exactly, and the rest goes over to the next", () => {
    const at = Date.parse("2026-11-22T12:00:00Z");
    const ahead = slotsAhead(OFFICE, LONDON, at, 16).map((slot) => ({
      ...slot,
      due: 1_000,
      slotsLeft: slotsLeft(OFFICE, LONDON, slot),
    }));
    const planned = planSlots(ahead, 750, new Map());
    const sum = (day: string) =>
      planned.filter((slot) => slot.day === day).reduce((all, { people }) => all + people, 0);
    expect([sum("2026-11-23"), sum("2026-11-24")]).toEqual([750, 250]);
    expect(Math.max(...planned.map(({ people }) => people))).toBe(94);
    // Those that were begun with this morning count.
    expect(
      planSlots(ahead.slice(4, 8), 750, new Map([["2026-11-23", 740]])).map(({ people }) => people),
    ).toEqual([3, 3, 2, 2]);
  });
});
