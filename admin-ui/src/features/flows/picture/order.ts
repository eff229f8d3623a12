// The order of boxes within their rows (few lines cross), and their places from left to right (lines are short, nothing overlaps).
import { groupBy } from "./layers.ts";
import type { Arrow } from "./layers.ts";

/** Down and up again so often: more changes little, and the picture must come at once. */
const SWEEPS = 6;

/** Each row sorted by the mean place of what it is tied to in the row before, then after; ties stay as they were. */
export function orderRows(rows: readonly (readonly string[])[], lines: readonly Arrow[]): string[][] {
  const above = groupBy(lines, ({ to }) => to);
  const below = groupBy(lines, ({ from }) => from);
  const ordered = rows.map((row) => [...row]);
  const places = new Map<string, number>();
  const note = (row: readonly string[]) => {
    for (const [place, key] of row.entries()) places.set(key, place / Math.max(1, row.length - 1));
  };
  for (const row of ordered) note(row);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const ties = isDown ? above : below;
    const other = (line: Arrow) => (isDown ? line.from : line.to);
    for (const row of isDown ? ordered : ordered.toReversed()) {
      const means = new Map(
        row.map((key) => [key, mean((ties.get(key) ?? []).map((line) => places.get(other(line)) ?? 0))]),
      );
      row.sort((a, b) => (means.get(a) ?? places.get(a) ?? 0) - (means.get(b) ?? places.get(b) ?? 0));
      note(row);
    }
  }
  return ordered;
}

/** Left to right: the centre of each box, as near to what it is tied to as the order and the widths allow. */
export function placeRows(
  rows: readonly (readonly string[])[],
  lines: readonly Arrow[],
  { widthOf, gap }: { readonly widthOf: (key: string) => number; readonly gap: number },
): ReadonlyMap<string, number> {
  const above = groupBy(lines, ({ to }) => to);
  const below = groupBy(lines, ({ from }) => from);
  const centres = new Map<string, number>();
  for (const row of rows)
    settle(
      row,
      row.map(() => 0),
      centres,
      widthOf,
      gap,
    );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : rows.toReversed()) {
      const wanted = row.map((key) => {
        const near = isDown ? (above.get(key) ?? []) : (below.get(key) ?? []);
        return (
          mean(near.map(({ from, to }) => centres.get(isDown ? from : to) ?? 0)) ?? centres.get(key) ?? 0
        );
      });
      settle(row, wanted, centres, widthOf, gap);
    }
  }
  return centres;
}

/** The nearest places to the wanted ones that keep order and distance: least squares, by pooling neighbours that collide. */
function settle(
  row: readonly string[],
  wanted: readonly number[],
  centres: Map<string, number>,
  widthOf: (key: string) => number,
  gap: number,
): void {
  const offsets: number[] = [];
  for (const [place, key] of row.entries()) {
    const before = row[place - 1];
    const distance = before === undefined ? 0 : (widthOf(before) + widthOf(key)) / 2 + gap;
    offsets.push((offsets.at(-1) ?? 0) + distance);
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [place, wish] of wanted.entries()) {
    let pool = { sum: wish - (offsets[place] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  let place = 0;
  for (const { sum, count } of pools) {
    for (let member = 0; member < count; member += 1, place += 1) {
      const key = row[place];
      if (key !== undefined) centres.set(key, sum / count + (offsets[place] ?? 0));
    }
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
