// The form of an open step: what its kind needs, then what every step has.
import { Stack } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { Draft, Step } from "../draft/draft.ts";
import { changeStep } from "../draft/edit.ts";
import type { Found } from "../draft/place-problem.ts";
import { Problems } from "../fields/problems.tsx";
import { EditingProvider } from "./editing.ts";
import { NamesFields } from "./names-fields.tsx";
import { StepFields } from "./step-fields.tsx";

export interface StepBodyProps {
  readonly step: Step;
  readonly index: number;
  readonly draft: Draft;
  readonly problems: readonly Found[];
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly onOpen: (key: string | null) => void;
  /** It was just put in: its first field is written into next. */
  readonly isFresh: boolean;
  readonly mayEdit: boolean;
}

export function StepBody({ step, index, draft, problems, change, onOpen, isFresh, mayEdit }: StepBodyProps) {
  const form = useRef<HTMLFieldSetElement | null>(null);
  useEffect(() => {
    if (isFresh) form.current?.querySelector<HTMLElement>(":is(textarea, input)")?.focus();
  }, [isFresh]);
  const editing = useMemo(
    () => ({ draft, languages: draft.languages, problems, index }),
    [draft, problems, index],
  );
  return (
    <EditingProvider value={editing}>
      <fieldset ref={form} className="step-body" disabled={!mayEdit} aria-label={`Step ${index + 1}`}>
        <Stack gap="md">
          <Problems of="step" />
          <StepFields step={step} change={(next) => change((before) => changeStep(before, index, next))} />
          <NamesFields step={step} index={index} change={change} onOpen={onOpen} />
        </Stack>
      </fieldset>
    </EditingProvider>
  );
}
