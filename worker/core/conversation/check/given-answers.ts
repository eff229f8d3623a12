// Which answers everyone who comes to a node has given, whichever way they came.
import type { FlowMap, Road } from "#core/conversation/check/map";

/** By place; a place nobody comes to has given everything, so that nothing is said about it twice. */
export function givenAnswers({ nodes, roads, reachable }: FlowMap): readonly ReadonlySet<string>[] {
  const all = new Set(roads.flat().flatMap(({ exit }) => exit.answers ?? []));
  const given: ReadonlySet<string>[] = nodes.map((_node, place) => (place === 0 ? new Set() : all));
  // Sets only shrink, so this ends; usually after two rounds.
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const road of roads.flat()) {
      if (typeof road.to !== "number" || !reachable.has(road.from)) continue;
      const before = given[road.to] ?? all;
      const now = common(before, given[road.from] ?? all, road);
      if (now.size === before.size) continue;
      given[road.to] = now;
      hasChanged = true;
    }
  }
  return given;
}

function common(
  before: ReadonlySet<string>,
  given: ReadonlySet<string>,
  { exit }: Road,
): ReadonlySet<string> {
  return new Set([...before].filter((name) => given.has(name) || name === exit.answers));
}
