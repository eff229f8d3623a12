// The picture in words: every step with its ways, for those who do not see it and for those who would rather read.
import { Anchor, List, Text } from "@mantine/core";
import { STEP_NAMES } from "../draft/say-step.ts";
import type { CanvasProps } from "./canvas.tsx";
import { tellFigures } from "./figures.ts";
import type { Box } from "./graph.ts";

export function PictureList({ graph, figures, onChoose }: CanvasProps) {
  const boxes = new Map(graph.boxes.map((box) => [box.key, box]));
  const shown = graph.boxes.filter(({ kind }) => kind !== "stop" && kind !== "nowhere");
  return (
    <List type="ordered" spacing="sm" aria-label="Steps of the flow">
      {shown.map((box) => {
        const { key, kind, node, title, isLost } = box;
        const counted = node === null ? undefined : figures.get(node);
        const ways = graph.ways.filter(({ from }) => from === key);
        return (
          <List.Item key={key}>
            {onChoose === null || node === null ? (
              <Text component="span" fw={550}>
                {title}
              </Text>
            ) : (
              <Anchor component="button" type="button" fw={550} ta="start" onClick={() => onChoose(node)}>
                {title}
              </Anchor>
            )}
            <Text size="sm" c="dimmed">
              {nameOf(kind)}
              {isLost && ". Nothing leads here"}
              {counted !== undefined && `. ${tellFigures(counted)}`}
            </Text>
            {ways.map(({ key: way, label, to }) => (
              <Text key={way} size="sm">
                {label === "" ? "then" : `${label}:`} {boxes.get(to)?.title ?? ""}
              </Text>
            ))}
          </List.Item>
        );
      })}
    </List>
  );
}

function nameOf(kind: Box["kind"]): string {
  if (kind === "anywhere") return "Words that count at every question";
  return kind === "stop" || kind === "nowhere" ? "" : STEP_NAMES[kind];
}
