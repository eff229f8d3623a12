// Stepping through time: who wants to be woken on the way is woken at their time.
import { expect, test } from "vitest";
import { type Reading, stepThrough } from "./step-through.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A product whose people want to be woken at these minutes; each wake may set another. */
function play(dueMinutes: number[], again: Readonly<Record<number, number>> = {}) {
  const due = dueMinutes.map((minutes) => minutes * MINUTE);
  const stops: number[] = [];
  let now = 0;
  const read = (): Reading => {
    const ahead = due.filter((at) => at > now);
    return { now, nextDueAt: ahead.length === 0 ? null : Math.min(...ahead) };
  };
  const jump = (byMs: number): Promise<Reading> => {
    now += byMs;
    stops.push(now / MINUTE);
    for (const [from, to] of Object.entries(again)) if (Number(from) * MINUTE <= now) due.push(to * MINUTE);
    return Promise.resolve(read());
  };
  return { stops, run: (byMs: number) => stepThrough(read(), byMs, jump) };
}

test.each([
  ["nobody waits", [], 24 * HOUR, [1440]],
  ["a reminder after 23 hours", [1380], 24 * HOUR, [1380, 1440]],
  ["one that is due after the jump", [1441], 24 * HOUR, [1440]],
  ["two within a minute, and one later", [10.2, 10.8, 700], 24 * HOUR, [11, 700, 1440]],
  ["one at the very end", [1440], 24 * HOUR, [1440]],
])("%s", async (_what, due, byMs, expected) => {
  const { stops, run } = play(due);
  expect((await run(byMs)).now).toBe(byMs);
  expect(stops).toEqual(expected);
});

test("what a wake sets in motion is stopped at as well", async () => {
  const { stops, run } = play([60], { 60: 90 });
  await run(2 * HOUR);
  expect(stops).toEqual([60, 90, 120]);
});

test("a product that always has something due is passed in one last jump", async () => {
  const { stops, run } = play(Array.from({ length: 5_000 }, (_, minute) => minute + 1));
  expect((await run(48 * HOUR)).now).toBe(48 * HOUR);
  expect(stops).toHaveLength(201);
});
