// How much of a row is kept, so that it fits into a row of the database whatever a file holds.
import { expect, test } from "vitest";
import { charactersOf, CELL_CHARACTERS_MAX, cutCells, ROW_CHARACTERS_MAX } from "#core/csv/row-limits";

test.each([
  ["an ordinary row stays as it is", ["+1555", "", "Ana"], ["+1555", "", "Ana"]],
  ["empty cells at the end are left away", ["+1555", "Ana", "", ""], ["+1555", "Ana"]],
  [
    "a cell that could be imported is whole",
    ["x".repeat(CELL_CHARACTERS_MAX)],
    ["x".repeat(CELL_CHARACTERS_MAX)],
  ],
  [
    "one that could not shows that there was more",
    ["x".repeat(1_000_000)],
    [`${"x".repeat(CELL_CHARACTERS_MAX)}…`],
  ],
])("%s", (_, cells, kept) => {
  expect(cutCells(cells)).toEqual(kept);
});

test("all cells together fit, and every one that was cut says so", () => {
  const kept = cutCells(Array.from({ length: 300 }, () => "x".repeat(9_000)));
  expect(kept).toHaveLength(300);
  expect(charactersOf(kept)).toBeLessThanOrEqual(ROW_CHARACTERS_MAX + 300);
  expect(kept.at(-1)).toBe("…");
});
