// A week as it is drawn: days by the group's clock, shifts cut at midnight, side by side where they overlap.
import { describe, expect, test } from "vitest";
import { drawn, endAt, move, startAt, timesOf } from "../../../admin-ui/src/features/rota/draft.ts";
import { lay } from "../../../admin-ui/src/features/rota/lanes.ts";
import { markedIn } from "../../../admin-ui/src/features/rota/marks.ts";
import { cut, timeOf, weekOf } from "../../../admin-ui/src/features/rota/week.ts";
import { rota, shift } from "../../core/rota/writing.ts";

const extra = (date: string) => weekOf("Europe/London", date, 0).days.map(({ extraMinutes }) => extraMinutes);

const line = (zone: string, date: string, shifts: readonly string[], overrides: readonly string[] = []) => {
  const week = weekOf(zone, date, 0);
  const plan = rota(
    zone,
    shifts.map((one) => shift(one)),
    overrides,
  );
  return cut(week, markedIn(plan, week.from, week.to)).map(
    ({ day, fromMinute, toMinute, isStart, isEnd, of }) =>
      [
        `${day.date} ${timeOf(fromMinute)}-${toMinute === 1440 ? "24:00" : timeOf(toMinute)}`,
        isStart ? "" : " goes on",
        isEnd ? "" : " to be continued",
        of.marks.length === 0 ? "" : ` (${of.marks.join(", ")})`,
      ].join(""),
  );
};

describe("a week", () => {
  test("begins on Monday by the group's clock", () => {
    expect(weekOf("Pacific/Auckland", null, Date.parse("2026-11-22T12:00Z")).days[0]?.date).toBe(
      "2026-11-23",
    );
    expect(weekOf("Europe/London", null, Date.parse("2026-11-22T12:00Z")).days[0]?.date).toBe("2026-11-16");
    expect(weekOf("UTC", "2026-11-29", 0).days.at(-1)?.date).toBe("2026-11-29");
  });

  test("says which day is longer or shorter, where the clocks are changed", () => {
    expect(extra("2026-03-29")).toEqual([0, 0, 0, 0, 0, 0, -60]);
    expect(extra("2026-10-25")).toEqual([0, 0, 0, 0, 0, 0, 60]);
    expect(extra("2026-11-29")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("has a night on two days, and the one before it on its Monday", () => {
    expect(line("Europe/London", "2026-11-23", ["Mon 22:00-02:00 Ann", "Sun 22:00-02:00 Ann"])).toEqual([
      "2026-11-23 00:00-02:00 goes on",
      "2026-11-23 22:00-24:00 to be continued",
      "2026-11-24 00:00-02:00 goes on",
      "2026-11-29 22:00-24:00 to be continued",
    ]);
  });

  test("stands where the clock shows it on the nights on which it is changed", () => {
    expect(line("Europe/London", "2026-03-29", ["Sat 22:00-02:00 Ann"])).toContain(
      "2026-03-29 00:00-02:00 goes on",
    );
    expect(line("Europe/London", "2026-10-25", ["Sat 22:00-01:30 Ann"])).toContain(
      "2026-10-25 00:00-01:30 goes on",
    );
    expect(line("Europe/London", "2026-10-25", ["Sun 01:00-03:00 Ann"])).toContain("2026-10-25 01:00-03:00");
  });

  test("says what is different on a date", () => {
    const shifts = ["#1 Mon 09:00-12:00 Ann", "#2 Tue 09:00-12:00 Ann", "#3 Wed 09:00-12:00"];
    expect(
      line("UTC", "2026-11-23", shifts, [
        "2026-11-23 remove #1",
        "2026-11-24 swap #2 Ann > -",
        "2026-11-25 replace #3 Ben",
        "2026-11-26 add 10:00-11:00 Ann",
      ]),
    ).toEqual([
      "2026-11-23 09:00-12:00 (removed)",
      "2026-11-24 09:00-12:00 (given back, open)",
      "2026-11-25 09:00-12:00 (replaced)",
      "2026-11-26 10:00-11:00 (added)",
    ]);
    expect(line("UTC", "2026-11-23", shifts.slice(1, 2), ["2026-11-24 swap #2 Ann > Ben"])).toEqual([
      "2026-11-24 09:00-12:00 (swapped)",
    ]);
  });
});

test("shifts at the same time stand side by side, and those after them have the whole width again", () => {
  const laid = lay([
    { fromMinute: 0, toMinute: 120 },
    { fromMinute: 60, toMinute: 180 },
    { fromMinute: 120, toMinute: 200 },
    { fromMinute: 200, toMinute: 260 },
  ]);
  expect(laid.map(({ fromMinute, lane, lanes }) => [fromMinute, lane, lanes])).toEqual([
    [0, 0, 2],
    [60, 1, 2],
    [120, 0, 2],
    [200, 0, 1],
  ]);
});

describe("a shift in hand", () => {
  const day = 20_780;
  const night = { day, fromMinute: 22 * 60, toMinute: 26 * 60 };

  test("is drawn up or down, in quarters of an hour; a click is an hour", () => {
    expect(drawn(day, 9 * 60 + 5, 12 * 60 - 4)).toEqual({ day, fromMinute: 540, toMinute: 720 });
    expect(drawn(day, 720, 540)).toEqual({ day, fromMinute: 540, toMinute: 720 });
    expect(drawn(day, 541, 542)).toEqual({ day, fromMinute: 540, toMinute: 600 });
    expect(drawn(day, 1439, 1439)).toEqual({ day, fromMinute: 1380, toMinute: 1440 });
  });

  test("moves over midnight to the day before and after", () => {
    expect(timesOf(move(night, 0, 180))).toEqual({ date: "2026-11-24", from: "01:00", to: "05:00" });
    expect(timesOf(move({ day, fromMinute: 15, toMinute: 75 }, 0, -30))).toEqual({
      date: "2026-11-22",
      from: "23:45",
      to: "00:45",
    });
    expect(timesOf(move(night, -1, 0))).toEqual({ date: "2026-11-22", from: "22:00", to: "02:00" });
  });

  test("is never shorter than a quarter of an hour nor longer than a day", () => {
    expect(endAt(night, 0).toMinute).toBe(22 * 60 + 15);
    expect(endAt(night, 9_999).toMinute).toBe(46 * 60);
    expect(startAt(night, 0).fromMinute).toBe(2 * 60);
    expect(startAt({ day, fromMinute: 540, toMinute: 600 }, 700).fromMinute).toBe(585);
  });
});
