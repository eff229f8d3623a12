// One step: a line while it is closed, its form while it is open.
import { useSortable } from "@dnd-kit/sortable";
import { ActionIcon, Group, Skeleton, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconGripVertical } from "@tabler/icons-react";
import { lazy, memo, Suspense, useEffect, useRef } from "react";
import type { Draft, Step } from "../draft/draft.ts";
import type { Insert } from "../draft/edit.ts";
import type { Found } from "../draft/place-problem.ts";
import { STEP_NAMES, sumUpStep } from "../draft/say-step.ts";
import "./editor.css";
import { ProblemIcon } from "./problem-list.tsx";
import { STEP_ICONS } from "./step-kinds.ts";
import { loadForms } from "./load-forms.ts";
import { StepMenu } from "./step-menu.tsx";

/** Forms come with the first step that is opened, or as soon as somebody comes near the steps. */
const StepBody = lazy(async () => ({ default: (await loadForms()).StepBody }));

export interface StepCardProps {
  readonly stepKey: string;
  readonly step: Step;
  /** What it is called among the others. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly language: string;
  readonly problems: readonly Found[];
  readonly isOpen: boolean;
  readonly onOpen: (key: string | null) => void;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly insert: Insert;
  /** It was just put in: its first field is written into next. */
  readonly isFresh: boolean;
  readonly mayEdit: boolean;
  /** Only while it is open: closed cards stay as they are whatever is typed elsewhere. */
  readonly draft: Draft | null;
}

export const StepCard = memo(function StepCard(props: StepCardProps) {
  const {
    stepKey,
    step,
    name,
    index,
    count,
    language,
    problems,
    isOpen,
    onOpen,
    change,
    insert,
    isFresh,
    mayEdit,
    draft,
  } = props;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: stepKey, disabled: !mayEdit });
  const card = useRef<HTMLLIElement | null>(null);
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const Icon = STEP_ICONS[step.kind];
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  const worst = problems.find(({ kind }) => kind === "error") ?? problems[0];
  return (
    <li
      ref={(element) => {
        card.current = element;
        setNodeRef(element);
      }}
      className="step"
      data-open={isOpen || undefined}
      data-dragging={isDragging || undefined}
      style={{
        ...(transform !== null && { transform: `translate3d(0, ${transform.y}px, 0)` }),
        transition,
      }}
      aria-label={`Step ${index + 1}: ${name}`}
    >
      <Group gap={4} wrap="nowrap" className="step-head">
        {mayEdit && (
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="subtle"
            color="gray"
            className="step-grip"
            {...attributes}
            {...listeners}
            aria-label={`Move step ${index + 1}`}
          >
            <IconGripVertical size={16} aria-hidden />
          </ActionIcon>
        )}
        <UnstyledButton
          className="step-opener"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : stepKey)}
        >
          <Text component="span" size="sm" c="dimmed" className="step-number">
            {index + 1}
          </Text>
          <Text component="span" c="teal" lh={1} className="step-icon">
            <Icon size={18} />
          </Text>
          <span className="step-names">
            <Text component="span" size="sm" fw={600} truncate="end" display="block">
              {name}
            </Text>
            <Text component="span" size="xs" c="dimmed" truncate="end" display="block">
              {name === STEP_NAMES[step.kind] && step.kind === "say"
                ? "Nothing said yet"
                : sumUpStep(step, { languages: [language] })}
            </Text>
          </span>
          {worst !== undefined && <ProblemIcon kind={worst.kind} />}
          <Chevron size={16} aria-hidden />
        </UnstyledButton>
        {mayEdit && <StepMenu index={index} count={count} change={change} insert={insert} onOpen={onOpen} />}
      </Group>
      {isOpen && draft !== null && (
        <Suspense fallback={<Skeleton h={160} m="md" aria-hidden />}>
          <StepBody
            step={step}
            index={index}
            draft={draft}
            problems={problems}
            change={change}
            onOpen={onOpen}
            isFresh={isFresh}
            mayEdit={mayEdit}
          />
        </Suspense>
      )}
    </li>
  );
});
