// Lays boxes out from top to bottom: rows by what leads where, lanes for lines that pass rows by. The same boxes, the same picture.
import type { Arrow } from "./layers.ts";
import { buildRows } from "./lanes.ts";
import { orderRows, placeRows } from "./order.ts";

export interface Size {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  /** The upper left corner of each box, from 0. */
  readonly corners: ReadonlyMap<string, Point>;
  /** Where each line goes, from the box it leaves to the one it comes to; in the order of the lines. */
  readonly courses: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

const COLUMN_GAP = 32;
/** Room for the name of a way between two rows. */
const ROW_GAP = 72;
const LANE_WIDTH = 16;
/** Between the ends of two lines at one box. */
const PORT_GAP = 26;

export function layOut(sizes: readonly Size[], arrows: readonly Arrow[]): Layout {
  const keys = sizes.map(({ key }) => key);
  const sizeOf = new Map(sizes.map((size) => [size.key, size]));
  const widthOf = (key: string) => sizeOf.get(key)?.width ?? LANE_WIDTH;
  const { lines, layers, rows, links } = buildRows(keys, arrows);
  const layerOf = (key: string) => layers.get(key) ?? 0;

  const ordered = orderRows(rows, links);
  const centres = placeRows(ordered, links, { widthOf, gap: COLUMN_GAP });
  const left = Math.min(...[...centres].map(([key, x]) => x - widthOf(key) / 2));
  const right = Math.max(...[...centres].map(([key, x]) => x + widthOf(key) / 2));
  const xOf = (key: string) => (centres.get(key) ?? 0) - left;
  const bands = stack(ordered, (key) => sizeOf.get(key)?.height ?? 0);
  const corners = new Map(
    keys.map((key) => [key, { x: xOf(key) - widthOf(key) / 2, y: bands[layerOf(key)]?.top ?? 0 }]),
  );

  const chains = lines.map(({ chain }) => chain);
  const leaving = spread(chains, (chain) => [chain[0] ?? "", chain[1] ?? ""], xOf, widthOf);
  const coming = spread(chains, (chain) => [chain.at(-1) ?? "", chain.at(-2) ?? ""], xOf, widthOf);
  const courses: (readonly Point[])[] = arrows.map(({ from }) => circle(corners.get(from), sizeOf.get(from)));
  for (const [place, { chain, index, isBack }] of lines.entries()) {
    const [from = "", ...rest] = chain;
    const to = rest.pop() ?? "";
    const lanes = rest.flatMap((lane, step) => {
      const { top, bottom } = bands[layerOf(from) + step + 1] ?? { top: 0, bottom: 0 };
      return [top, bottom].map((y) => ({ x: xOf(lane), y }));
    });
    const start = (corners.get(from)?.y ?? 0) + (sizeOf.get(from)?.height ?? 0);
    const course = [
      { x: xOf(from) + (leaving[place] ?? 0), y: start },
      ...lanes,
      { x: xOf(to) + (coming[place] ?? 0), y: corners.get(to)?.y ?? 0 },
    ];
    courses[index] = isBack ? course.toReversed() : course;
  }
  return { corners, courses, width: right - left, height: bands.at(-1)?.bottom ?? 0 };
}

/** Where each row begins and ends. */
function stack(rows: readonly (readonly string[])[], heightOf: (key: string) => number) {
  let top = 0;
  return rows.map((row) => {
    const bottom = top + Math.max(0, ...row.map(heightOf));
    const band = { top, bottom };
    top = bottom + ROW_GAP;
    return band;
  });
}

/** How far from the middle of its box each line ends, so that no two end at one point. */
function spread(
  chains: readonly (readonly string[])[],
  endsOf: (chain: readonly string[]) => readonly [box: string, next: string],
  xOf: (key: string) => number,
  widthOf: (key: string) => number,
): readonly number[] {
  const offsets = chains.map(() => 0);
  const byBox = new Map<string, { place: number; x: number }[]>();
  for (const [place, chain] of chains.entries()) {
    const [box, next] = endsOf(chain);
    byBox.set(box, [...(byBox.get(box) ?? []), { place, x: xOf(next) }]);
  }
  for (const [box, ends] of byBox) {
    const gap = Math.min(PORT_GAP, (widthOf(box) - 2 * PORT_GAP) / ends.length);
    for (const [rank, { place }] of ends.toSorted((a, b) => a.x - b.x).entries())
      offsets[place] = (rank - (ends.length - 1) / 2) * gap;
  }
  return offsets;
}

/** A step that leads to itself: out at the bottom, back in at the top, past its right side. */
function circle(corner: Point = { x: 0, y: 0 }, size: Omit<Size, "key"> = { width: 0, height: 0 }): Point[] {
  const x = corner.x + size.width;
  const outside = x + COLUMN_GAP / 2;
  return [
    { x: x - PORT_GAP, y: corner.y + size.height },
    { x: outside, y: corner.y + size.height },
    { x: outside, y: corner.y },
    { x: x - PORT_GAP, y: corner.y },
  ];
}
