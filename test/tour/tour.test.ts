// The tour itself: what it prints, and that it notices a difference.
import { expect, test } from "vitest";
import { createChecks, Difference } from "./checks.ts";
import { makeStamp, sayLine, table } from "./transcript.ts";

test("a line of the transcript says when, who and what; lists stay under their question", () => {
  const stamp = makeStamp("Europe/London")(Date.parse("2026-07-04T09:05:00Z"));
  expect(sayLine(stamp, "Sam", "Texts", "English\n1. One").split("\n")).toEqual([
    "  Sat 10:05  Sam > Texts                   English",
    "                                           1. One",
  ]);
});

test("a table is as wide as what is in it, and long texts are cut", () => {
  expect(
    table([
      { name: "Ann", uses: ["a", "b"], when: null },
      { name: "x".repeat(60), uses: true, when: 4 },
    ]),
  ).toEqual([
    `name${" ".repeat(42)}uses       when`,
    `Ann${" ".repeat(43)}["a","b"]  -`,
    `${"x".repeat(43)}…  true       4`,
  ]);
  expect(table([])).toEqual(["(none)"]);
});

test("what is the same counts, what differs is kept and ends the scene", async () => {
  const checks = createChecks();
  checks.same("two lists", [1, { a: null }], [1, { a: null }]);
  expect(() => checks.same("two others", [1], [2])).toThrow(Difference);
  await expect(checks.expect("a promise", () => Promise.reject(new Error("it never came")))).rejects.toThrow(
    Difference,
  );
  expect(await checks.expect("a value", () => 7)).toBe(7);
  expect(checks.count()).toBe(4);
  expect(checks.differences()).toEqual([
    "two others\nas written: [2]\nas it is:   [1]",
    "a promise\nit never came",
  ]);
});
