// What a step is dragged by. It moves the card it stands in, so that a drag draws grips and never the cards themselves.
import { useSortable } from "@dnd-kit/sortable";
import { ActionIcon } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { useCallback, useLayoutEffect } from "react";

export interface StepGripProps {
  readonly stepKey: string;
  readonly index: number;
}

export function StepGrip({ stepKey, index }: StepGripProps) {
  const {
    node,
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition = "",
    isDragging,
  } = useSortable({ id: stepKey });
  const hold = useCallback(
    (grip: HTMLElement | null) => {
      setActivatorNodeRef(grip);
      setNodeRef(grip?.closest<HTMLElement>(".step") ?? null);
    },
    [setActivatorNodeRef, setNodeRef],
  );
  const offsetPx = transform?.y ?? 0;
  useLayoutEffect(() => {
    const { current: card } = node;
    if (card === null) return;
    card.style.transform = offsetPx === 0 ? "" : `translate3d(0, ${offsetPx}px, 0)`;
    card.style.transition = transition;
    card.toggleAttribute("data-dragging", isDragging);
  }, [node, offsetPx, transition, isDragging]);
  return (
    <ActionIcon
      ref={hold}
      variant="subtle"
      color="gray"
      className="step-grip"
      {...attributes}
      {...listeners}
      aria-label={`Move step ${index + 1}`}
    >
      <IconGripVertical size={16} aria-hidden />
    </ActionIcon>
  );
}
