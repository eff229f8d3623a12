// A flow as boxes and the ways between them, named as its author knows them.
import { drawMap } from "#core/conversation/check/map";
import type { Road } from "#core/conversation/check/map";
import type { Flow, Node, NodeKind } from "#core/conversation/flow";
import { nameStep } from "../draft/say-step.ts";
import { nameExit } from "./exit-name.ts";

export interface Box {
  /** Unlike a node's id, never twice. */
  readonly key: string;
  /** `end`, `nowhere`: where a way stops that leads to no step. `anywhere`: words that count at every question. */
  readonly kind: NodeKind | "stop" | "nowhere" | "anywhere";
  /** The step it shows; null for a mark that is none. */
  readonly node: string | null;
  readonly title: string;
  /** No way leads here from the beginning. */
  readonly isLost: boolean;
}

export interface Way {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Empty where there is only one way on. */
  readonly label: string;
}

export interface Graph {
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}

export function drawGraph(flow: Flow): Graph {
  const [language = "en"] = flow.languages;
  const map = drawMap(flow);
  const boxes: Box[] = map.nodes.map((node, place) => ({
    key: String(place),
    kind: node.kind,
    node: node.id,
    title: nameStep(node, language, map.nodes),
    isLost: !map.reachable.has(place),
  }));
  const ways: Way[] = [];
  for (const [place, node] of map.nodes.entries()) {
    const roads = (map.roads[place] ?? []).filter((road) => isDrawn(road, node));
    for (const [target, labels] of bundle(roads, node, language)) {
      ways.push(connect(boxes, String(place), target, labels));
    }
  }
  for (const [index, { words, next }] of (flow.interrupts ?? []).entries()) {
    const key = `anywhere ${index}`;
    const title = `Anywhere: ${Object.values(words).flat().slice(0, 3).join(", ")}`;
    boxes.push({ key, kind: "anywhere", node: null, title, isLost: false });
    const place = map.nodes.findIndex(({ id }) => id === next);
    const target = next === "end" ? "end" : place === -1 ? "nowhere" : place;
    ways.push(connect(boxes, key, target, []));
  }
  return { boxes, ways };
}

/** Giving up at a question ends the conversation where nothing else is said: no news, at every question. */
function isDrawn({ exit }: Road, node: Node): boolean {
  if (exit.via === "interrupt") return false;
  return exit.via !== "otherwise" || (node.kind === "ask" && node.otherwise !== undefined);
}

/** Ways to one place are one line. */
function bundle(
  roads: readonly Road[],
  node: Node,
  language: string,
): ReadonlyMap<Road["to"], readonly string[]> {
  const bundles = new Map<Road["to"], string[]>();
  for (const road of roads) {
    const labels = bundles.get(road.to) ?? [];
    bundles.set(road.to, labels);
    labels.push(nameExit(node, road.exit, language));
  }
  const isOnlyWay = bundles.size === 1;
  return isOnlyWay ? new Map([...bundles.keys()].map((to) => [to, []])) : bundles;
}

/** Every way that stops has a mark of its own: lines to one common end would cross everything. */
function connect(boxes: Box[], from: string, target: Road["to"], labels: readonly string[]): Way {
  const to = typeof target === "number" ? String(target) : `${from} ${target}`;
  if (target === "end") boxes.push({ key: to, kind: "stop", node: null, title: "End", isLost: false });
  if (target === "nowhere")
    boxes.push({ key: to, kind: "nowhere", node: null, title: "No such step", isLost: false });
  return { key: `${from}>${to}`, from, to, label: labels.filter((label) => label !== "").join(" / ") };
}
