// A flow as a map of numbered places, which holds however wrong its ids are.
import { exitsOf } from "#core/conversation/exits";
import type { Exit } from "#core/conversation/exits";
import type { Flow, Node } from "#core/conversation/flow";

export interface Road {
  readonly from: number;
  /** A place, or `end`; a goto that names nothing leads to `nowhere`. */
  readonly to: number | "end" | "nowhere";
  readonly exit: Exit;
}

export interface FlowMap {
  readonly flow: Flow;
  readonly nodes: readonly Node[];
  /** The roads out of each place. */
  readonly roads: readonly (readonly Road[])[];
  /** The places a conversation can come to. */
  readonly reachable: ReadonlySet<number>;
}

export function drawMap(flow: Flow): FlowMap {
  const { nodes } = flow;
  const places = new Map<string, number>();
  for (const [place, { id }] of nodes.entries()) if (!places.has(id)) places.set(id, place);
  const roads = nodes.map((node, from) =>
    exitsOf(node, flow).map((exit): Road => {
      if (exit.to === null) return { from, exit, to: from + 1 < nodes.length ? from + 1 : "end" };
      return { from, exit, to: exit.to === "end" ? "end" : (places.get(exit.to) ?? "nowhere") };
    }),
  );
  return { flow, nodes, roads, reachable: reachableFrom(roads, [0]) };
}

/** Every place that can be come to from these, themselves included. */
export function reachableFrom(roads: FlowMap["roads"], starts: readonly number[]): ReadonlySet<number> {
  const seen = new Set(starts);
  const queue = [...starts];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const { to } of roads[place] ?? []) {
      if (typeof to !== "number" || seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}
