// The flow as a picture: every step and every way between them, with where people left; or the same as a list.
import { SegmentedControl, Stack } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { Draft } from "../draft/draft.ts";
import { toFlow } from "../draft/to-flow.ts";
import { Canvas } from "./canvas.tsx";
import type { NodeFigures } from "./figures.ts";
import { drawGraph } from "./graph.ts";
import { PictureList } from "./picture-list.tsx";

export interface PictureProps {
  readonly flow: Draft;
  /** Of the published version: what `GET /flows/:id/drop-off` counts. */
  readonly dropOff?: readonly NodeFigures[];
  /** A step was chosen, by its id. */
  readonly onChoose?: (node: string) => void;
}

const LOOKS = [
  { value: "picture", label: "Picture" },
  { value: "list", label: "List" },
];

export function Picture({ flow, dropOff, onChoose }: PictureProps) {
  const [look, setLook] = useState("picture");
  const draft = useDeferredValue(flow);
  const graph = useMemo(() => drawGraph(toFlow(draft)), [draft]);
  const figures = useMemo(() => new Map((dropOff ?? []).map((one) => [one.node, one])), [dropOff]);
  return (
    <Stack gap="sm" component="section" aria-label="Picture of the flow">
      <SegmentedControl
        aria-label="Show as"
        size="sm"
        w="fit-content"
        data={LOOKS}
        value={look}
        onChange={setLook}
      />
      {look === "picture" ? (
        <Canvas graph={graph} figures={figures} onChoose={onChoose ?? null} />
      ) : (
        <PictureList graph={graph} figures={figures} onChoose={onChoose ?? null} />
      )}
    </Stack>
  );
}
