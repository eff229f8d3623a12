// Ways that lead nowhere, nodes nobody comes to, and places without a way out.
import { reachableFrom } from "#core/conversation/check/map";
import type { FlowMap } from "#core/conversation/check/map";
import { error, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";

export function checkWays(map: FlowMap): readonly Problem[] {
  return [...missing(map), ...unreachable(map), ...deadEnds(map), ...pointlessWaits(map)];
}

function missing({ nodes, roads, flow }: FlowMap): readonly Problem[] {
  const known = new Set(nodes.map(({ id }) => id));
  const lost = (flow.interrupts ?? []).filter(({ next }) => next !== "end" && !known.has(next));
  return [
    ...nodes.flatMap((node, place) =>
      (roads[place] ?? [])
        .filter(({ to, exit }) => to === "nowhere" && exit.via !== "interrupt")
        .map(({ exit }) =>
          error(
            "goto-missing",
            node,
            `"${exit.via}" leads to "${exit.to}", which is not a node of this flow.`,
          ),
        ),
    ),
    ...lost.map(({ next }) =>
      error("goto-missing", null, `An interrupt leads to "${next}", which is not a node of this flow.`),
    ),
  ];
}

function unreachable({ nodes, reachable }: FlowMap): readonly Problem[] {
  return nodes
    .filter((_node, place) => !reachable.has(place))
    .map((node) => warning("unreachable", node, "No way leads here: nobody will ever see it."));
}

/** A menu that is asked again for ever ends only by silence: rarely what was meant. */
function deadEnds({ nodes, roads, reachable }: FlowMap): readonly Problem[] {
  const backwards = nodes.map((_node, place) =>
    roads.flat().flatMap((road) => (road.to === place ? [{ ...road, to: road.from }] : [])),
  );
  const ends = nodes.flatMap(({ kind }, place) => {
    const isLast = kind === "end" || kind === "enrol" || (roads[place] ?? []).some(leadsOut);
    return isLast ? [place] : [];
  });
  const canEnd = reachableFrom(backwards, ends);
  return nodes
    .filter((_node, place) => reachable.has(place) && !canEnd.has(place))
    .map((node) =>
      warning(
        "dead-end",
        node,
        "From here the conversation never comes to an end; it only fades out in silence.",
      ),
    );
}

/** Giving up after three misunderstandings is no way out that anybody means to take. */
function leadsOut({ to, exit }: FlowMap["roads"][number][number]): boolean {
  return to === "end" && exit.via !== "otherwise";
}

function pointlessWaits({ nodes, roads }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node, place) => {
    const next = roads[place]?.find(({ exit }) => exit.via === "next");
    return node.kind === "wait" && next?.to === "end"
      ? [warning("wait-pointless", node, "Nothing comes after this wait.")]
      : [];
  });
}
