// What the columns of a file are called: as it says, with names for those without one, and none for what only fills it up.
import { unmarkFormula } from "#core/csv/mark";
import { placeholderOf } from "#core/csv/propose";

/** A heading is a name; what is longer is shown by its beginning. */
const CHARACTERS_MAX = 200;

/** `rows` are the first of the table. Columns at the end that have neither heading nor any cell are none. */
export function readHeadings(rows: readonly (readonly string[])[], hasHeadings: boolean): readonly string[] {
  const [first = []] = rows;
  const width = hasHeadings ? Math.max(widthOf(first), usualWidth(rows)) : Math.max(...rows.map(widthOf));
  return Array.from({ length: width }, (_, column) => {
    const heading = hasHeadings ? unmarkFormula(first[column] ?? "").trim() : "";
    return heading === "" ? placeholderOf(column) : heading.slice(0, CHARACTERS_MAX);
  });
}

/** One row with too many cells makes no column for all: half of them must reach so far. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const sorted = rows
    .slice(1)
    .map(widthOf)
    .toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function widthOf(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== "") + 1;
}
