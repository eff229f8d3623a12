// One step in the picture: what kind it is, what it says, and how many people it lost.
import { Text } from "@mantine/core";
import { STEP_NAMES } from "../draft/say-step.ts";
import { percent, tellFigures } from "./figures.ts";
import type { NodeFigures } from "./figures.ts";
import type { Box } from "./graph.ts";

export interface BoxCardProps {
  readonly box: Box;
  readonly figures: NodeFigures | null;
  readonly onChoose: ((node: string) => void) | null;
  readonly onFocus: () => void;
}

export function BoxCard({ box, figures, onChoose, onFocus }: BoxCardProps) {
  const { kind, node, title } = box;
  if (kind === "stop" || kind === "nowhere" || kind === "anywhere") {
    return (
      <div className="flow-mark" data-kind={kind} title={title}>
        {title}
      </div>
    );
  }
  const inside = (
    <>
      <Text component="span" size="xs" c="dimmed">
        {STEP_NAMES[kind]}
        {box.isLost && " · nothing leads here"}
      </Text>
      <Text component="span" size="sm" fw={550} lineClamp={2}>
        {title}
      </Text>
      {figures !== null && <Figures figures={figures} />}
    </>
  );
  if (onChoose === null || node === null)
    return (
      <div className="flow-step" data-kind={kind} data-lost={box.isLost || undefined}>
        {inside}
      </div>
    );
  return (
    <button
      type="button"
      className="flow-step nodrag"
      data-kind={kind}
      data-lost={box.isLost || undefined}
      onClick={() => onChoose(node)}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) onFocus();
      }}
    >
      {inside}
    </button>
  );
}

function Figures({ figures }: { readonly figures: NodeFigures }) {
  const { views, exits, dropOff } = figures;
  return (
    <span className="flow-figures" title={tellFigures(figures)}>
      <span>{views} came</span>
      {exits > 0 && <span data-loses>{percent(dropOff ?? 0)} left here</span>}
    </span>
  );
}
