// How long it takes to say who is on, and where the gaps of a year are, in a group larger than any.
import { gaps } from "#core/rota/gaps";
import type { Override, Rota, Shift } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import type { Part } from "./row.ts";

const VOLUNTEERS = 200;
const SHIFTS = 2_000;
const OVERRIDES = 500;
const CALLS = 1_000;
const YEARS = 9;
const YEAR_MS = 365 * 86_400_000;
const BEGUN = Date.parse("2026-11-21T10:00Z");
/** What the README promises. */
const CALL_MS_MAX = 1;
const YEAR_MS_MAX = 200;

export function measureRota(): Part {
  const rota = largeRota();
  // Nothing is kept from one call to the next: each reads the whole rota, as a call to the line does.
  const call = medianMs(CALLS, (run) => {
    whoIsOn(rota, BEGUN + run * 31 * 60_000);
  });
  const year = medianMs(YEARS, (run) => {
    gaps(rota, BEGUN + run * 60_000, BEGUN + YEAR_MS);
  });
  const size = `${VOLUNTEERS} volunteers, ${SHIFTS.toLocaleString("en")} shifts, ${OVERRIDES} changes`;
  return {
    rows: [
      [
        "who is on",
        `${call.toFixed(2)} ms`,
        `median of ${CALLS.toLocaleString("en")} calls; ${size}; limit 1`,
      ],
      ["the gaps of a year", `${year.toFixed(0)} ms`, `median of ${YEARS}; the same rota; limit 200`],
    ],
    broken: [
      ...(call > CALL_MS_MAX ? [`who is on took ${call.toFixed(2)} ms`] : []),
      ...(year > YEAR_MS_MAX ? [`the gaps of a year took ${year.toFixed(0)} ms`] : []),
    ],
  };
}

function medianMs(runs: number, act: (run: number) => void): number {
  const times = Array.from({ length: runs }, (_, run) => {
    const begun = performance.now();
    act(run);
    return performance.now() - begun;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Infinity;
}

/** Two people on each shift of two hours at any minute of the week, some of them by turns; changes all over the year. */
function largeRota(): Rota {
  const shifts = Array.from({ length: SHIFTS }, (_, index): Shift => {
    const from = (index * 37) % 1440;
    return {
      id: idOf("1", index),
      weekday: (index % 7) + 1,
      from: timeOf(from),
      to: timeOf(from + 120),
      volunteers: [idOf("2", index % VOLUNTEERS), idOf("2", (index * 7 + 1) % VOLUNTEERS)],
      order: index % 3 === 0 ? "turns" : "given",
      validFrom: index % 5 === 0 ? "2026-03-02" : null,
      validUntil: index % 50 === 0 ? "2027-03-01" : null,
    };
  });
  const overrides = Array.from({ length: OVERRIDES }, (_, index): Override => {
    const shiftId = idOf("1", index % SHIFTS);
    const date = new Date(BEGUN + (index % 365) * 86_400_000).toISOString().slice(0, 10);
    const change = { id: idOf("3", index), date, at: BEGUN - index };
    return index % 2 === 0
      ? { ...change, kind: "replace", shiftId, volunteers: [idOf("2", index % VOLUNTEERS)] }
      : { ...change, kind: "swap", shiftId, from: idOf("2", index % VOLUNTEERS), to: null };
  });
  const holidays = [{ date: "2026-12-25", name: "Christmas Day" }];
  return { zone: "Europe/Berlin", shifts, overrides, holidays };
}

function timeOf(minute: number): string {
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

function idOf(kind: string, index: number): string {
  return `${kind}0000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
