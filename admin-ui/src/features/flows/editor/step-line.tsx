// A step as a line: its number, its name and what it does; pressed, it opens. Plain elements, as there may be hundreds.
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { memo } from "react";
import type { Step } from "../draft/draft.ts";
import type { Found } from "../draft/place-problem.ts";
import { STEP_NAMES, sumUpStep } from "../draft/say-step.ts";
import { ProblemIcon } from "./problem-list.tsx";
import { STEP_ICONS } from "./step-kinds.ts";

export interface StepLineProps {
  readonly stepKey: string;
  readonly step: Step;
  readonly name: string;
  readonly index: number;
  readonly language: string;
  readonly problems: readonly Found[];
  readonly isOpen: boolean;
  readonly onOpen: (key: string | null) => void;
}

export const StepLine = memo(function StepLine(props: StepLineProps) {
  const { stepKey, step, name, index, language, problems, isOpen, onOpen } = props;
  const Icon = STEP_ICONS[step.kind];
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  const worst = problems.find(({ kind }) => kind === "error") ?? problems[0];
  return (
    <button
      type="button"
      className="step-opener mantine-focus-auto"
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : stepKey)}
    >
      <span className="step-number">{index + 1}</span>
      <span className="step-icon">
        <Icon size={18} />
      </span>
      <span className="step-names">
        <span className="step-name">{name}</span>
        <span className="step-sum">
          {name === STEP_NAMES[step.kind] && step.kind === "say"
            ? "Nothing said yet"
            : sumUpStep(step, { languages: [language] })}
        </span>
      </span>
      {worst !== undefined && <ProblemIcon kind={worst.kind} />}
      <Chevron size={16} aria-hidden />
    </button>
  );
});
