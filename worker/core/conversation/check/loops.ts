// Circles in which nobody is ever waited for: the engine would have to break them off.
import { isWaiting } from "#core/conversation/exits";
import type { FlowMap } from "#core/conversation/check/map";
import { error, quoted } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { reachableFrom } from "#core/conversation/check/map";

export function checkLoops({ nodes, roads }: FlowMap): readonly Problem[] {
  // Only roads between nodes that do not wait: whatever comes back to itself on these spins.
  const spinning = roads.map((out, place) => {
    const node = nodes[place];
    return node === undefined || isWaiting(node) ? [] : out;
  });
  const reported = new Set<number>();
  return nodes.flatMap((node, place) => {
    if (reported.has(place)) return [];
    const members = circleThrough(spinning, place);
    if (members.length === 0) return [];
    for (const member of members) reported.add(member);
    const ids = members.flatMap((member) => nodes[member]?.id ?? []);
    return [error("loop", node, `${quoted(ids)} go round in a circle without waiting for anyone.`)];
  });
}

/** The places that can be come to from this one and lead back to it; none if there is no way back. */
function circleThrough(roads: FlowMap["roads"], place: number): readonly number[] {
  const onward = (roads[place] ?? []).flatMap(({ to }) => (typeof to === "number" ? [to] : []));
  const ahead = reachableFrom(roads, onward);
  if (!ahead.has(place)) return [];
  return [...ahead].filter((other) => reachableFrom(roads, [other]).has(place)).sort((a, b) => a - b);
}
