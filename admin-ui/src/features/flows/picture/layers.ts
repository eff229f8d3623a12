// In which row of the picture each box stands: below everything that leads to it, loops aside.

export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** The ways that lead back up: what a walk from the first boxes comes across while it is still below their target. */
export function findBackways<Line extends Arrow>(
  keys: readonly string[],
  lines: readonly Line[],
): ReadonlySet<Line> {
  const out = groupBy(lines, ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const back = new Set<Line>();
  for (const root of keys) {
    if (state.has(root)) continue;
    const trail: { key: string; rest: Line[] }[] = [];
    const enter = (key: string) => {
      state.set(key, "open");
      trail.push({ key, rest: [...(out.get(key) ?? [])] });
    };
    enter(root);
    for (let here = trail.at(-1); here !== undefined; here = trail.at(-1)) {
      const line = here.rest.shift();
      if (line === undefined) {
        state.set(here.key, "done");
        trail.pop();
      } else if (state.get(line.to) === "open") back.add(line);
      else if (!state.has(line.to)) enter(line.to);
    }
  }
  return back;
}

/** The row of each box, from 0: one more than the lowest that leads to it. The lines must have no loops. */
export function assignLayers(keys: readonly string[], lines: readonly Arrow[]): ReadonlyMap<string, number> {
  const out = groupBy(lines, ({ from }) => from);
  const open = new Map(keys.map((key) => [key, 0]));
  for (const { to } of lines) open.set(to, (open.get(to) ?? 0) + 1);
  const layers = new Map<string, number>();
  const queue = keys.filter((key) => open.get(key) === 0);
  for (const key of queue) layers.set(key, 0);
  for (let place = 0; place < queue.length; place += 1) {
    const key = queue[place] ?? "";
    for (const { to } of out.get(key) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(key) ?? 0) + 1));
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      if (left === 0) queue.push(to);
    }
  }
  return layers;
}

export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}
