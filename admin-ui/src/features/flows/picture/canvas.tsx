// The canvas on which the picture can be moved and zoomed.
import "@xyflow/react/dist/style.css";
import "./picture.css";
import { useComputedColorScheme } from "@mantine/core";
import {
  Background,
  BaseEdge,
  Controls,
  EdgeLabelRenderer,
  Handle,
  MiniMap,
  Position,
  ReactFlow,
  useReactFlow,
} from "@xyflow/react";
import type { EdgeProps, NodeProps, ReactFlowInstance } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { BoxCard } from "./box-card.tsx";
import type { NodeFigures } from "./figures.ts";
import type { Graph } from "./graph.ts";
import { curveThrough, labelPoint, setScene } from "./scene.ts";
import type { BoxNode, PictureScene, WayEdge } from "./scene.ts";

export interface CanvasProps {
  readonly graph: Graph;
  readonly figures: ReadonlyMap<string, NodeFigures>;
  readonly onChoose: ((node: string) => void) | null;
}

/** From so many on one needs a map of the map, and drawing only what is to be seen. */
const MANY = 60;
const MARGIN = 24;
/** Smaller than this nobody reads a step; the picture then begins at its top and is moved. */
const READABLE_ZOOM = 0.6;

const NODE_TYPES = { box: BoxOnCanvas };
const EDGE_TYPES = { way: WayOnCanvas };

export function Canvas({ graph, figures, onChoose }: CanvasProps) {
  const scheme = useComputedColorScheme("light");
  const frame = useRef<HTMLDivElement>(null);
  const scene = useMemo(() => setScene(graph, figures, onChoose), [graph, figures, onChoose]);
  const isLarge = scene.nodes.length > MANY;
  return (
    <div ref={frame} className="flow-picture">
      <ReactFlow
        nodes={scene.nodes}
        edges={scene.edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        colorMode={scheme}
        defaultMarkerColor={null}
        minZoom={0.1}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements={isLarge}
        preventScrolling={false}
        zoomOnScroll={false}
        panOnScroll={false}
        onInit={(instance) => showTop(instance, scene, frame.current?.clientWidth ?? 0)}
      >
        <Background gap={24} />
        <Controls showInteractive={false} />
        {isLarge && <MiniMap pannable ariaLabel="The whole picture" />}
      </ReactFlow>
    </div>
  );
}

/** The beginning in the middle, as much of it as can be read; all of it where it is small. */
function showTop(instance: ReactFlowInstance<BoxNode, WayEdge>, scene: PictureScene, room: number): void {
  const zoom = Math.min(1, Math.max(READABLE_ZOOM, (room - 2 * MARGIN) / Math.max(1, scene.width)));
  const [first] = scene.nodes;
  const hasRoom = scene.width * zoom <= room;
  const middle = hasRoom || first === undefined ? scene.width / 2 : first.position.x + (first.width ?? 0) / 2;
  void instance.setViewport({ x: room / 2 - middle * zoom, y: MARGIN, zoom });
}

function BoxOnCanvas({
  id,
  data,
  width = 0,
  height = 0,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<BoxNode>) {
  const { setCenter, getZoom } = useReactFlow();
  return (
    <div className="nopan" data-box={id} style={{ width, height }}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <BoxCard
        {...data}
        onFocus={() => {
          const centre = { x: positionAbsoluteX + width / 2, y: positionAbsoluteY + height / 2 };
          void setCenter(centre.x, centre.y, { zoom: Math.max(READABLE_ZOOM, getZoom()) });
        }}
      />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

function WayOnCanvas({ id, data, markerEnd }: EdgeProps<WayEdge>) {
  const { course = [], label = "" } = data ?? {};
  const { x, y } = labelPoint(course);
  return (
    <>
      <BaseEdge id={id} path={curveThrough(course)} {...(markerEnd !== undefined && { markerEnd })} />
      {label !== "" && (
        <EdgeLabelRenderer>
          <div
            className="flow-way-label"
            title={label}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
