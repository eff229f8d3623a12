// The nights on which clocks are changed. A time that does not exist moves forward by the gap, one that comes twice means
// the first; and everybody's hours are those that really pass.
import { describe, expect, test } from "vitest";
import { hoursByVolunteer } from "#core/rota/hours";
import { occurrences } from "#core/rota/occurrences";
import { whoIsOn } from "#core/rota/who-is-on";
import { id, rota, shift } from "./writing.ts";

/** Zone, shift, the date it starts on, when it really starts and ends, how many hours that are, and what is to be seen. */
const FORWARD = `
  Europe/Berlin         Sat 22:00-02:00  2026-03-28  03-28T21:00Z  03-29T01:00Z  4      to the change
  Europe/Berlin         Sat 22:00-03:00  2026-03-28  03-28T21:00Z  03-29T01:00Z  4      to its end
  Europe/Berlin         Sat 22:00-02:30  2026-03-28  03-28T21:00Z  03-29T01:30Z  4.5    to a time that does not exist
  Europe/Berlin         Sat 22:00-06:00  2026-03-28  03-28T21:00Z  03-29T04:00Z  7      over it
  Europe/Berlin         Sun 02:30-04:00  2026-03-29  03-29T01:30Z  03-29T02:00Z  0.5    from a time that does not exist
  Europe/Berlin         Sun 02:15-02:45  2026-03-29  03-29T01:15Z  03-29T01:45Z  0.5    all in the hour that does not exist
  Europe/Berlin         Sun 08:00-08:00  2026-03-29  03-29T06:00Z  03-30T06:00Z  24     the day after it
  Europe/Berlin         Sat 08:00-08:00  2026-03-28  03-28T07:00Z  03-29T06:00Z  23     a whole day
  Pacific/Auckland      Sat 22:00-02:00  2026-09-26  09-26T10:00Z  09-26T14:00Z  4      Auckland, to the change
  Pacific/Auckland      Sat 22:00-04:00  2026-09-26  09-26T10:00Z  09-26T15:00Z  5      Auckland, over it
  Pacific/Chatham       Sun 02:50-04:00  2026-09-27  09-26T14:05Z  09-26T14:15Z  0.166  Chatham's clocks change at 02:45
  Australia/Lord_Howe   Sun 01:00-03:00  2026-10-04  10-03T14:30Z  10-03T16:00Z  1.5    half an hour on Lord Howe Island
  Asia/Beirut           Sun 00:00-02:00  2026-03-29  03-28T22:00Z  03-28T23:00Z  1      a midnight that does not exist
  America/St_Johns      Sat 22:00-06:00  2026-03-07  03-08T01:30Z  03-08T08:30Z  7      Newfoundland`;
const BACK = `
  Europe/Berlin         Sat 22:00-02:00  2026-10-24  10-24T20:00Z  10-25T00:00Z  4      to the first 02:00
  Europe/Berlin         Sat 22:00-02:30  2026-10-24  10-24T20:00Z  10-25T00:30Z  4.5    to the first 02:30
  Europe/Berlin         Sat 22:00-03:00  2026-10-24  10-24T20:00Z  10-25T02:00Z  6      through both hours
  Europe/Berlin         Sun 02:00-03:00  2026-10-25  10-25T00:00Z  10-25T02:00Z  2      the hour that comes twice
  Europe/Berlin         Sun 02:30-02:45  2026-10-25  10-25T00:30Z  10-25T00:45Z  0.25   within it, only the first time
  Europe/Berlin         Sat 08:00-08:00  2026-10-24  10-24T06:00Z  10-25T07:00Z  25     a whole day
  Pacific/Auckland      Sat 22:00-02:00  2026-04-04  04-04T09:00Z  04-04T13:00Z  4      Auckland, to the first 02:00
  Pacific/Auckland      Sat 22:00-04:00  2026-04-04  04-04T09:00Z  04-04T16:00Z  7      Auckland, through both
  Australia/Lord_Howe   Sun 01:00-03:00  2026-04-05  04-04T14:00Z  04-04T16:30Z  2.5    half an hour on Lord Howe Island
  America/Nuuk          Sat 22:00-01:00  2026-10-24  10-24T23:00Z  10-25T03:00Z  4      over a midnight that the clocks go back at`;
const STEADY = `
  Asia/Kolkata          Sat 22:00-02:00  2026-03-28  03-28T16:30Z  03-28T20:30Z  4      half an hour off
  Asia/Kathmandu        Sat 22:00-02:00  2026-03-28  03-28T16:15Z  03-28T20:15Z  4      a quarter off
  Pacific/Kiritimati    Sat 22:00-02:00  2026-03-28  03-28T08:00Z  03-28T12:00Z  4      the first of all
  Pacific/Pago_Pago     Sat 22:00-02:00  2026-03-28  03-29T09:00Z  03-29T13:00Z  4      the last of all
  Nowhere/Atoll         Sat 22:00-02:00  2026-03-28  03-28T22:00Z  03-29T02:00Z  4      an unknown zone is UTC`;

const HOUR_MS = 3_600_000;

interface Night {
  readonly what: string;
  readonly zone: string;
  readonly line: string;
  readonly date: string;
  readonly starts: string;
  readonly ends: string;
  readonly hours: number;
}

describe.each([
  ["the clocks go forward", FORWARD],
  ["the clocks go back", BACK],
  ["the clocks stay", STEADY],
])("%s", (_when, table) => {
  test.each(readNights(table))("$what: $line in $zone", ({ zone, line, date, starts, ends, hours }) => {
    expect(playNight(zone, line, date)).toEqual({ starts, ends, hours, isOn: [false, true, true, false] });
  });
});

test.each(["Sun 02:30-03:00", "Sun 02:00-03:00"])(
  "%s is over before it begins, and does not take place",
  (line) => {
    expect(playNight("Europe/Berlin", line, "2026-03-29")).toBeNull();
  },
);

/** What becomes of Ann's shift on that date; null where it does not take place. */
function playNight(zone: string, line: string, date: string) {
  const midnight = Date.parse(`${date}T00:00Z`);
  const given = rota(zone, [shift(`${line} Ann`)]);
  const found = occurrences(given, midnight - 24 * HOUR_MS, midnight + 72 * HOUR_MS).find(
    (one) => one.date === date,
  );
  if (found === undefined) return null;
  const [ann] = hoursByVolunteer(given, found.startsAt, found.endsAt);
  const isOn = (at: number) => whoIsOn(given, at).some(({ volunteerId }) => volunteerId === id("Ann"));
  return {
    starts: iso(found.startsAt),
    ends: iso(found.endsAt),
    hours: Math.floor(((ann?.durationMs ?? 0) / HOUR_MS) * 1000) / 1000,
    isOn: [found.startsAt - 1, found.startsAt, found.endsAt - 1, found.endsAt].map(isOn),
  };
}

/** 03-29T01:00Z */
function iso(at: number): string {
  return new Date(at).toISOString().replace(":00.000Z", "Z").slice(5);
}

function readNights(table: string): readonly Night[] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [zone = "", times = "", date = "", starts = "", ends = "", hours = "", what = ""] = line
      .trim()
      .split(/ {2,}/);
    return { zone, line: times, date, starts, ends, hours: Number(hours), what };
  });
}
