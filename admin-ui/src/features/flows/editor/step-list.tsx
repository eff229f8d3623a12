// The steps as cards that can be dragged, by mouse, finger and keyboard.
import { DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import type { DragEndEvent } from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Box } from "@mantine/core";
import { useCallback, useMemo } from "react";
import type { Draft } from "../draft/draft.ts";
import { moveStep } from "../draft/edit.ts";
import type { Insert } from "../draft/edit.ts";
import { groupBy } from "../draft/group-by.ts";
import type { Found } from "../draft/place-problem.ts";
import { nameStep } from "../draft/say-step.ts";
import { announcementsFor } from "./announcements.ts";
import { closestEdge } from "./closest-edge.ts";
import { StepCard } from "./step-card.tsx";

export interface StepListProps {
  readonly draft: Draft;
  /** By place, what tells the steps apart; the same list while nothing moves. */
  readonly keys: readonly string[];
  readonly problems: readonly Found[];
  readonly openKey: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly insert: Insert;
  /** The one that was just put in. */
  readonly freshKey: string | null;
  readonly mayEdit: boolean;
}

/** A tap opens, a pull drags. Made once: another object is another sensor, and draws every card anew. */
const BY_POINTER = { activationConstraint: { distance: 6 } };
const BY_KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };
const NONE: readonly Found[] = [];

export function StepList(props: StepListProps) {
  const { draft, keys, problems, openKey, onOpen, change, insert, freshKey, mayEdit } = props;
  const sensors = useSensors(useSensor(PointerSensor, BY_POINTER), useSensor(KeyboardSensor, BY_KEYBOARD));
  const byStep = useMemo(() => groupBy(problems, ({ node }) => node), [problems]);
  const items = useMemo(() => [...keys], [keys]);
  const drop = useCallback(
    ({ active, over }: DragEndEvent) => {
      if (over === null) return;
      const [from, to] = [keys.indexOf(String(active.id)), keys.indexOf(String(over.id))];
      change((before) => moveStep(before, from, to));
    },
    [keys, change],
  );
  const accessibility = useMemo(() => ({ announcements: announcementsFor(keys) }), [keys]);
  const [language = "en"] = draft.languages;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestEdge}
      onDragEnd={drop}
      accessibility={accessibility}
    >
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        <Box component="ol" className="steps">
          {draft.nodes.map((step, index) => {
            const key = keys[index] ?? step.id;
            const isOpen = key === openKey;
            return (
              <StepCard
                key={key}
                stepKey={key}
                step={step}
                name={nameStep(step, language, draft.nodes)}
                index={index}
                count={draft.nodes.length}
                language={language}
                problems={byStep.get(step.id) ?? NONE}
                isOpen={isOpen}
                onOpen={onOpen}
                change={change}
                insert={insert}
                isFresh={key === freshKey}
                mayEdit={mayEdit}
                draft={isOpen ? draft : null}
              />
            );
          })}
        </Box>
      </SortableContext>
    </DndContext>
  );
}
