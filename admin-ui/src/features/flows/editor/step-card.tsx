// One step: a line while it is closed, its form while it is open.
import { Skeleton } from "@mantine/core";
import { lazy, memo, Suspense, useEffect, useRef } from "react";
import type { Draft, Step } from "../draft/draft.ts";
import type { Insert } from "../draft/edit.ts";
import type { Found } from "../draft/place-problem.ts";
import "./editor.css";
import { loadForms } from "./load-forms.ts";
import { useNear } from "./near.ts";
import { StepGrip } from "./step-grip.tsx";
import { StepLine } from "./step-line.tsx";
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
  const { stepKey, step, name, index, count, language, problems, isOpen, onOpen } = props;
  const { change, insert, isFresh, mayEdit, draft } = props;
  const card = useRef<HTMLLIElement | null>(null);
  const isHandy = useNear(card, index) && mayEdit;
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li
      ref={card}
      className="step"
      data-open={isOpen || undefined}
      data-far={(mayEdit && !isHandy) || undefined}
      aria-label={`Step ${index + 1}: ${name}`}
    >
      <div className="step-head">
        {isHandy && <StepGrip stepKey={stepKey} index={index} />}
        <StepLine
          stepKey={stepKey}
          step={step}
          name={name}
          index={index}
          language={language}
          problems={problems}
          isOpen={isOpen}
          onOpen={onOpen}
        />
        {isHandy && <StepMenu index={index} count={count} change={change} insert={insert} onOpen={onOpen} />}
      </div>
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
