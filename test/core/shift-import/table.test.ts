// Shifts out of tables as people keep them.
import { describe, expect, test } from "vitest";
import { readTable } from "#core/shift-import/read-table";
import { readTime, readWeekday } from "#core/shift-import/read-words";
import { settle } from "#core/shift-import/settle";
import { MEMBERS, tell } from "./members.ts";

const read = (...lines: readonly string[]) =>
  readTable(
    "berlin",
    MEMBERS,
    lines.map((line, index) => ({ number: index + 1, cells: line.split("|"), isBroken: line === "broken" })),
  );

test("a row is a shift", () => {
  expect(
    tell(
      read(
        "Weekday|From|To|Volunteers|Valid from|Valid until",
        "Monday|09:00|12:00|Ann Ames, Ben Braun||",
        "mi|22:00|02:00|Bela Bartok|2026-12-01|31.12.2026",
        "7|8|8||",
      ),
    ),
  ).toEqual(["Mon 09:00-12:00 Ann, Ben", "Wed 22:00-02:00 Béla 2026-12-01..2026-12-31", "Sun 08:00-08:00 -"]);
});

test.each([
  ["English, one column of times", "Day|Time|People", "Fri|9am - 5.30pm|Ann"],
  ["German", "Wochentag|von|bis|Freiwillige", "Freitag|9:00 Uhr|17.30|Ann"],
  ["Spanish", "Día|Desde|Hasta|Voluntarios", "viernes|9h|17:30|ann@example.org"],
  ["French, behind a title", "Rota|||\nJour|Début|Fin|Bénévoles", "vendredi|09h00|17h30|+49 30 12345678"],
])("%s", (_what, headings, row) => {
  expect(tell(read(...headings.split("\n"), row))).toEqual(["Fri 09:00-17:30 Ann"]);
});

test.each([
  ["Someday|09:00|12:00|Ann", '"Someday" is no weekday'],
  ["Mon|9:75|12:00|Ann", '"9:75" is no time to begin at'],
  ["Mon|09:00|25:00|Ann", '"25:00" is no time to end at'],
  ["Mon|09:00|12:00|Zoe", '"Zoe" is no member of this group'],
  ["Mon|09:00|12:00|Ann; Cleo", '"Cleo" may be Cleo Carr or Cleo Cole'],
  ["Mon|09:00|12:00|12345", '"12345" is no member of this group'],
  ["Mon|09:00|12:00|Ann|03/04/2026", '"03/04/2026" is no date such as 2026-11-21'],
  ["Mon|09:00|12:00|Ann|2026-02-31", '"2026-02-31" is no date such as 2026-11-21'],
  ["Mon|09:00|12:00|Ann|2026-12-02|2026-12-01", "validUntil is before `validFrom`"],
  ["broken", "a quote in it is never closed"],
])("%s is rejected, the others are read", (row, reason) => {
  expect(tell(read("weekday|from|to|volunteers|valid from|valid until", row, "Tue|10|11|Ann"))).toEqual([
    reason,
    "Tue 10:00-11:00 Ann",
  ]);
});

test("what is there, or in the row above, is the same; once more it all is", () => {
  const drafts =
    read("weekday|from|to|volunteers", "Mon|9|12|Ann", "Monday|09:00|12:00|Ann Ames", "Mon|9|12|Ben") ?? [];
  expect(tell(drafts)).toEqual(["Mon 09:00-12:00 Ann", "same", "Mon 09:00-12:00 Ben"]);
  const { shifts } = settle(drafts, { shifts: [], overrides: [] });
  expect(tell(drafts, { shifts, overrides: [] })).toEqual(["same", "same", "same"]);
  const byHand = shifts.map((shift, index) => ({
    ...shift,
    id: `00000000-0000-4000-8000-00000000000${index}`,
  }));
  expect(tell(drafts, { shifts: byHand, overrides: [] })).toEqual(["same", "same", "same"]);
});

test("without headings it is no table", () => {
  expect(read("Mon|9|12|Ann")).toBeNull();
  expect(read()).toBeNull();
});

describe("words", () => {
  test.each([
    ["Mo", 1],
    ["tues", 2],
    ["Wed.", 3],
    ["Do", 4],
    ["donnerstag", 4],
    ["FRI", 5],
    ["sábado", 6],
    ["so", 7],
    ["dom", 7],
    ["1", 1],
    ["m", null],
    ["s", null],
    ["8", null],
    ["", null],
    ["mar", 2],
    ["mardi", 2],
  ])("the weekday %s is %s", (word, weekday) => expect(readWeekday(word)).toBe(weekday));
  test.each([
    ["9", "09:00"],
    ["9:05", "09:05"],
    ["09:05:00", "09:05"],
    ["12am", "00:00"],
    ["12 pm", "12:00"],
    ["11 p.m.", "23:00"],
    ["24:00", "00:00"],
    ["21h15", "21:15"],
    ["9 Uhr", "09:00"],
    ["13pm", null],
    ["24:01", null],
    ["noon", null],
    ["", null],
    ["9:5", null],
  ])("the time %s is %s", (word, time) => expect(readTime(word)).toBe(time));
});
