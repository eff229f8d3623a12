// What the bench holds a pace to, held against a pace that is known.
import { expect, test } from "vitest";
import { meanRate, mostOver } from "../../bench/windows.ts";

const every = (ms: number, count: number) =>
  Array.from({ length: count }, (_, place) => ({ at: place * ms, segments: 1 }));

test.each([
  ["one each 50 ms, at 20 a second", every(50, 200), 20, 1],
  ["one each 40 ms, at 20 a second: five too many a second, for eight seconds", every(40, 200), 20, 41],
  ["a burst of 30 at once", Array.from({ length: 30 }, () => ({ at: 0, segments: 1 })), 20, 10],
  ["a message of three segments", [{ at: 0, segments: 3 }], 1, 2],
])("%s", (_what, taken, rate, over) => {
  expect(mostOver(taken, rate)).toBeCloseTo(over, 0);
});

test("the mean counts what lies inside", () => {
  expect(meanRate(every(50, 200), 1_000, 2_000)).toBe(20);
});
