// Which names a text can count on at a node, whichever way people came there.
import type { Exit } from "#core/conversation/exits";
import type { FlowMap } from "#core/conversation/check/map";
import type { Node } from "#core/conversation/flow";

/**
 * By place: the placeholders that everyone has something for, answers as `rating` and `answers.rating`, fields as `plan`
 * and `contact.plan`. A place nobody comes to knows everything, so that nothing is said about it twice.
 */
export function knownNames({ nodes, roads, reachable }: FlowMap): readonly ReadonlySet<string>[] {
  const learning = roads
    .flat()
    .map(({ from, to, exit }) => ({ from, to, names: learnedAt(nodes[from], exit) }));
  const all = new Set(learning.flatMap(({ names }) => names));
  const known: ReadonlySet<string>[] = nodes.map((_node, place) => (place === 0 ? new Set() : all));
  // Sets only shrink, so this ends; usually after two rounds.
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const { from, to, names } of learning) {
      if (typeof to !== "number" || !reachable.has(from)) continue;
      const [before, here] = [known[to] ?? all, known[from] ?? all];
      const now = new Set([...before].filter((name) => here.has(name) || names.includes(name)));
      if (now.size === before.size) continue;
      known[to] = now;
      hasChanged = true;
    }
  }
  return known;
}

/** What leaving a node this way makes certain. */
function learnedAt(node: Node | undefined, { answers }: Exit): readonly string[] {
  if (node?.kind === "ask" && answers !== null) {
    return [answers, `answers.${answers}`, ...(node.attribute === undefined ? [] : asField(node.attribute))];
  }
  if (node?.kind !== "set") return [];
  return node.changes.flatMap((change) =>
    change.kind === "field" && change.value.trim() !== "" ? asField(change.name) : [],
  );
}

function asField(name: string): readonly string[] {
  return [name, `contact.${name}`];
}
