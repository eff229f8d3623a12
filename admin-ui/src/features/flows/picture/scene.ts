// The picture's parts with their places, as the canvas takes them.
import type { Edge, Node } from "@xyflow/react";
import { MarkerType, Position } from "@xyflow/react";
import type { NodeFigures } from "./figures.ts";
import type { Box, Graph } from "./graph.ts";
import { layOut } from "./layout.ts";
import type { Layout, Point } from "./layout.ts";

export type BoxNode = Node<
  {
    readonly box: Box;
    readonly figures: NodeFigures | null;
    readonly onChoose: ((node: string) => void) | null;
  },
  "box"
>;
export type WayEdge = Edge<{ readonly course: readonly Point[]; readonly label: string }, "way">;

export interface PictureScene {
  readonly nodes: BoxNode[];
  readonly edges: WayEdge[];
  readonly width: number;
  readonly height: number;
}

const STEP = { width: 232, height: 76 };
const FIGURES_HEIGHT = 26;
const MARK = { width: 120, height: 32 };

export function setScene(
  graph: Graph,
  figures: ReadonlyMap<string, NodeFigures>,
  onChoose: ((node: string) => void) | null,
): PictureScene {
  const figuresOf = ({ node }: Box) => (node === null ? null : (figures.get(node) ?? null));
  const sizes = graph.boxes.map((box) => ({ key: box.key, ...sizeOf(box, figuresOf(box) !== null) }));
  const layout = layOut(sizes, graph.ways);
  const nodes = graph.boxes.map((box, place): BoxNode => {
    const { width, height } = sizes[place] ?? STEP;
    return {
      id: box.key,
      type: "box",
      position: layout.corners.get(box.key) ?? { x: 0, y: 0 },
      width,
      height,
      data: { box, figures: figuresOf(box), onChoose },
      handles: [
        { type: "target", position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 },
        { type: "source", position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 },
      ],
    };
  });
  return { nodes, edges: toEdges(graph, layout), width: layout.width, height: layout.height };
}

function toEdges({ ways }: Graph, { courses }: Layout): WayEdge[] {
  return ways.map(({ key, from, to, label }, place): WayEdge => ({
    id: key,
    type: "way",
    source: from,
    target: to,
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
    data: { course: courses[place] ?? [], label },
  }));
}

function sizeOf({ kind }: Box, hasFigures: boolean) {
  if (kind === "stop" || kind === "nowhere") return MARK;
  if (kind === "anywhere") return { width: STEP.width, height: MARK.height };
  return { width: STEP.width, height: STEP.height + (hasFigures ? FIGURES_HEIGHT : 0) };
}

/** A line through all points, upright at each of them. */
export function curveThrough(course: readonly Point[]): string {
  const [first, ...rest] = course;
  if (first === undefined) return "";
  let from = first;
  const parts = rest.map((to) => {
    const middle = (from.y + to.y) / 2;
    const part =
      from.x === to.x ? `L ${to.x} ${to.y}` : `C ${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
    from = to;
    return part;
  });
  return [`M ${first.x} ${first.y}`, ...parts].join(" ");
}

/** Where the name of a way stands: halfway down its first stretch. */
export function labelPoint(course: readonly Point[]): Point {
  const [a = { x: 0, y: 0 }, b = a] = course;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
