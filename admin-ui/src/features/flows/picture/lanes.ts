// The rows of the picture with everything that needs room in them: boxes, and lanes for lines that pass a row by.
import { assignLayers, findBackways } from "./layers.ts";
import type { Arrow } from "./layers.ts";

export interface Line {
  /** Its place among the arrows. */
  readonly index: number;
  /** It leads up: its chain is the other way round. */
  readonly isBack: boolean;
  /** The box above, the lanes on the way down, the box below. */
  readonly chain: readonly string[];
}

export interface Rows {
  /** All but those that lead to where they come from. */
  readonly lines: readonly Line[];
  readonly layers: ReadonlyMap<string, number>;
  readonly rows: readonly (readonly string[])[];
  /** The steps of all chains. */
  readonly links: readonly Arrow[];
}

/** Of all lines together; beyond, long ones run behind the boxes: nobody can follow so many in any case. */
const LANES_MAX = 3000;

export function buildRows(keys: readonly string[], arrows: readonly Arrow[]): Rows {
  const back = findBackways(keys, arrows);
  const down = arrows
    .map((arrow, index) => ({ ...(back.has(arrow) ? turn(arrow) : arrow), index, isBack: back.has(arrow) }))
    .filter(({ from, to }) => from !== to);
  const layers = assignLayers(keys, down);
  const rows: string[][] = [];
  const join = (key: string, layer: number) => {
    while (rows.length <= layer) rows.push([]);
    rows[layer]?.push(key);
  };
  for (const key of keys) join(key, layers.get(key) ?? 0);
  let laneCount = 0;
  const lines = down.map(({ from, to, index, isBack }): Line => {
    const start = layers.get(from) ?? 0;
    const span = (layers.get(to) ?? 0) - start - 1;
    if (laneCount + span > LANES_MAX) return { index, isBack, chain: [from, to] };
    laneCount += span;
    const lanes = Array.from({ length: span }, (_, step) => `lane ${index} ${step}`);
    for (const [step, lane] of lanes.entries()) join(lane, start + step + 1);
    return { index, isBack, chain: [from, ...lanes, to] };
  });
  const links = lines.flatMap(({ chain }) =>
    chain.slice(1).map((to, place): Arrow => ({ from: chain[place] ?? to, to })),
  );
  return { lines, layers, rows, links };
}

function turn({ from, to }: Arrow): Arrow {
  return { from: to, to: from };
}
