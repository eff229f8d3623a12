// Who is on, in which order and why: a table for each rule of the rota.
import { describe, expect, test } from "vitest";
import type { Rota } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { because, rota, shift } from "./writing.ts";

const NAMES = ["Ann", "Ben", "Cleo", "Dan"];
const on = (given: Rota, at: string) =>
  whoIsOn(given, Date.parse(at)).map((person) => because(person.volunteerId, person.because, NAMES));

describe("the week", () => {
  const week = rota("Europe/Berlin", [
    shift("Mon 09:00-12:00 Ann, Ben"),
    shift("Mon 10:30-14:00 Cleo, Ann"),
    shift("Mon 22:00-02:00 Dan"),
    shift("Wed 07:07-07:08 Ben"),
    shift("Sat 08:00-08:00 Cleo"),
    shift("Sun 08:00-12:00"),
  ]);
  test.each([
    ["before the first", "2026-11-23T07:59Z", []],
    ["from its first millisecond", "2026-11-23T08:00:00.000Z", ["Ann", "Ben"]],
    ["two shifts: in order of start, nobody twice", "2026-11-23T10:00Z", ["Ann", "Ben", "Cleo"]],
    ["to the last millisecond", "2026-11-23T10:59:59.999Z", ["Ann", "Ben", "Cleo"]],
    ["only the second", "2026-11-23T11:00Z", ["Cleo", "Ann"]],
    ["overnight, before midnight", "2026-11-23T22:59Z", ["Dan"]],
    ["overnight, after midnight", "2026-11-24T00:59Z", ["Dan"]],
    ["overnight, its end", "2026-11-24T01:00Z", []],
    ["one minute", "2026-11-25T06:07:30Z", ["Ben"]],
    ["after that minute", "2026-11-25T06:08Z", []],
    ["a whole day, its first hour", "2026-11-28T07:00Z", ["Cleo"]],
    ["a whole day, its last hour", "2026-11-29T06:59Z", ["Cleo"]],
    ["an open shift is nobody", "2026-11-29T07:00Z", []],
  ])("%s", (_what, at, people) => expect(on(week, at)).toEqual(people));

  test("of two shifts that start together the smaller id is first", () => {
    const both = [shift("Mon 09:00-12:00 Ann"), shift("Mon 09:00-10:00 Ben")].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const expected = both.flatMap(({ volunteers }) => volunteers);
    for (const shifts of [both, both.toReversed()]) {
      const people = whoIsOn(rota("UTC", shifts), Date.parse("2026-11-23T09:00Z"));
      expect(people.map(({ volunteerId }) => volunteerId)).toEqual(expected);
    }
  });
});

describe("first and last dates, and holidays", () => {
  const bounded = rota(
    "Europe/London",
    [shift("Mon 22:00-02:00 Ann", { validFrom: "2026-11-16", validUntil: "2026-11-23" })],
    ["2026-12-25 add 10:00-12:00 Ben"],
    ["2026-11-16", "2026-12-25"],
  );
  test.each([
    ["before its first date", "2026-11-09T23:00Z", []],
    ["on a holiday none starts", "2026-11-16T23:00Z", []],
    ["on its last date", "2026-11-23T23:00Z", ["Ann"]],
    ["the night of its last date ends on the next", "2026-11-24T01:59Z", ["Ann"]],
    ["after its last date", "2026-11-30T23:00Z", []],
    ["what was added to a holiday takes place", "2026-12-25T11:00Z", ["Ben added"]],
  ])("%s", (_what, at, people) => expect(on(bounded, at)).toEqual(people));
});

describe("turns", () => {
  const three = "Tue 09:00-10:00 Ann, Ben, Cleo";
  const first = (validFrom: string | null) => rota("UTC", [shift(three, { order: "turns", validFrom })]);
  test.each([
    ["2026-11-03", ["Ann", "Ben", "Cleo"]],
    ["2026-11-10", ["Ben", "Cleo", "Ann"]],
    ["2026-11-17", ["Cleo", "Ann", "Ben"]],
    ["2026-11-24", ["Ann", "Ben", "Cleo"]],
    ["2027-11-02", ["Ben", "Cleo", "Ann"]],
  ])("counted from the first date, whatever weekday that is: %s", (date, people) => {
    expect(on(first("2026-11-03"), `${date}T09:30Z`)).toEqual(people);
    expect(on(first("2026-10-28"), `${date}T09:30Z`)).toEqual(people);
  });
  test("without one they go on from week to week all the same", () => {
    const weeks = ["2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12"];
    expect(weeks.map((date) => on(first(null), `${date}T09:30Z`)[0])).toEqual(["Cleo", "Ann", "Ben", "Cleo"]);
  });
});
