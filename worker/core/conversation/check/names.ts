// Names used twice.
import { answerName } from "#core/conversation/flow";
import type { Node } from "#core/conversation/flow";
import { reachableFrom } from "#core/conversation/check/map";
import type { FlowMap } from "#core/conversation/check/map";
import { error, quoted, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";

export function checkNames(map: FlowMap): readonly Problem[] {
  const twice = repeated(map.nodes.map(({ id }) => id));
  return [
    ...twice.map((id) => {
      const node = map.nodes.find((candidate) => candidate.id === id) ?? null;
      return error("id-repeated", node, `"${id}" is the id of several nodes.`);
    }),
    ...map.nodes.flatMap(checkMembers),
    ...overwritten(map),
  ];
}

function checkMembers(node: Node): readonly Problem[] {
  const twice = repeated(memberIds(node));
  return twice.length === 0
    ? []
    : [error("id-repeated", node, `${quoted(twice)} is used more than once in this node.`)];
}

function memberIds(node: Node): readonly string[] {
  if (node.kind === "split") return node.ways.map(({ id }) => id);
  if (node.kind !== "ask") return [];
  const { answer } = node;
  return answer.kind === "choice" || answer.kind === "multi-choice" ? answer.options.map(({ id }) => id) : [];
}

/** One name on two branches is fine: nobody walks both. One after the other loses the first answer. */
function overwritten({ nodes, roads }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node, place) => {
    if (node.kind !== "ask") return [];
    const name = answerName(node);
    const ahead = reachableFrom(roads, [place]);
    const later = nodes.find(
      (other, index) =>
        index !== place && other.kind === "ask" && answerName(other) === name && ahead.has(index),
    );
    return later === undefined
      ? []
      : [
          warning(
            "answer-overwritten",
            later,
            `The answer "${name}" of "${node.id}" is overwritten here: fine for a correction, else save it as something else.`,
          ),
        ];
  });
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
