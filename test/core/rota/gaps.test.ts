// Gaps, overlaps and hours of a week, as an organiser would read them.
import { describe, expect, test } from "vitest";
import { gaps, overlaps } from "#core/rota/gaps";
import { hoursByVolunteer } from "#core/rota/hours";
import type { Span } from "#core/rota/spans";
import { id, rota, shift } from "./writing.ts";

const NAMES = ["Ann", "Ben", "Cleo"];
const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const times = ({ startsAt, endsAt }: Span) =>
  [startsAt, endsAt].map((instant) => new Date(instant).toISOString().slice(8, 16)).join(" ");

const DAY = [
  shift("Mon 08:00-12:00 Ann"),
  shift("Mon 11:00-13:00 Ben"),
  shift("Mon 11:30-11:45 Cleo, Ann"),
  shift("Mon 14:00-16:00"),
  shift("Mon 15:30-18:00 Ann"),
  shift("Mon 22:00-02:00 Ben"),
];

describe("a Monday", () => {
  const monday = rota("UTC", DAY);
  const [from, to] = [at("23T00:00"), at("24T00:00")];

  test("its gaps: what was planned and is open, and what never was", () => {
    const found = gaps(monday, from, to).map((gap) => `${times(gap)}${gap.isOpen ? " open" : ""}`);
    expect(found).toEqual([
      "23T00:00 23T08:00",
      "23T13:00 23T14:00",
      "23T14:00 23T15:30 open",
      "23T18:00 23T22:00",
    ]);
  });

  test("its overlaps, anew whenever a shift begins or ends", () => {
    const found = overlaps(monday, from, to).map((overlap) => `${times(overlap)} ${overlap.shifts.length}`);
    expect(found).toEqual(["23T11:00 23T11:30 2", "23T11:30 23T11:45 3", "23T11:45 23T12:00 2"]);
  });

  test("everybody's hours, most first; two shifts at once are one time, and the night is cut at the window", () => {
    const found = hoursByVolunteer(monday, from, to).map(({ volunteerId, durationMs, shifts }) => [
      NAMES.find((name) => id(name) === volunteerId),
      durationMs / 3_600_000,
      shifts,
    ]);
    expect(found).toEqual([
      ["Ann", 6.5, 3],
      ["Ben", 4, 2],
      ["Cleo", 0.25, 1],
    ]);
  });
});

test.each([
  ["without a shift all of it is a gap", [], ["23T10:00 23T12:00"]],
  ["within a shift there is none", ["Mon 09:00-13:00 Ann"], []],
  ["shifts that follow each other leave none", ["Mon 09:00-11:00 Ann", "Mon 11:00-13:00 Ben"], []],
  ["one minute is one", ["Mon 09:00-11:00 Ann", "Mon 11:01-13:00 Ben"], ["23T11:00 23T11:01"]],
])("a window of two hours: %s", (_what, lines, expected) => {
  const given = rota(
    "UTC",
    lines.map((line) => shift(line)),
  );
  expect(gaps(given, at("23T10:00"), at("23T12:00")).map(times)).toEqual(expected);
});

test("the night shift that goes on one hour longer leaves no gap, nor does the one that is shorter", () => {
  for (const night of ["2026-10-24T22:00+02:00", "2026-03-28T22:00+01:00"]) {
    const given = rota("Europe/Berlin", [shift("Sat 22:00-02:30 Ann"), shift("Sun 02:30-08:00 Ben")]);
    expect(gaps(given, Date.parse(night), Date.parse(night) + 8 * 3_600_000)).toEqual([]);
  }
});

test("a long window has whole gaps, from the end of a shift to the start of the next", () => {
  const year = at("01T00:00") + 365 * 86_400_000;
  expect(gaps(rota("UTC", []), at("01T00:00"), year)).toHaveLength(1);
  const weekly = gaps(rota("UTC", [shift("Mon 22:00-02:00 Ben")]), at("01T00:00"), year);
  // One before each of 52 nights, and one after the last.
  expect(weekly).toHaveLength(53);
  expect(new Set(weekly.slice(1, -1).map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000))).toEqual(
    new Set([164]),
  );
  const open = gaps(rota("UTC", [shift("Mon 22:00-02:00")]), at("01T00:00"), year);
  expect(open.filter(({ isOpen }) => isOpen)).toHaveLength(52);
});
