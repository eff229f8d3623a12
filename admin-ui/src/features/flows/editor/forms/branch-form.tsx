// A branch: the first case that holds leads the way.
import { Group, Stack } from "@mantine/core";
import { moveTo, put, removeAt, replaceAt } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { blankFilter } from "../../draft/subjects.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { GotoField } from "../../fields/goto-field.tsx";
import { MoveButtons } from "../../fields/move-buttons.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import { ConditionField } from "../condition/condition-field.tsx";
import { useEditing } from "../editing.ts";
import type { StepForm } from "../editing.ts";

const CASES_MAX = 20;

export function BranchForm({ step, change }: StepForm<StepOf<"branch">>) {
  const { draft, index: at } = useEditing();
  const { cases } = step;
  const set = (next: typeof cases) => change({ ...step, cases: next });
  return (
    <>
      <Stack gap="sm">
        {cases.map((each, index) => (
          <fieldset key={index} className="group" aria-label={`Case ${index + 1}`}>
            <Stack gap="xs">
              <ConditionField
                label={index === 0 ? "If" : "Else, if"}
                value={each.when}
                onChange={(when) => set(replaceAt(cases, index, { ...each, when }))}
                tools={
                  <Group gap={0} wrap="nowrap">
                    <MoveButtons
                      what={`case ${index + 1}`}
                      index={index}
                      count={cases.length}
                      onMove={(to) => set(moveTo(cases, index, to))}
                    />
                    <RemoveButton
                      label={`Remove case ${index + 1}`}
                      onClick={() => set(removeAt(cases, index))}
                      isDisabled={cases.length === 1}
                    />
                  </Group>
                }
              />
              <GotoField
                label="Go to"
                value={each.next}
                onChange={(next = "end") => set(replaceAt(cases, index, { ...each, next }))}
              />
            </Stack>
          </fieldset>
        ))}
        <Problems of="cases" />
        {cases.length < CASES_MAX && (
          <AddButton
            label="Add a case"
            onClick={() => set([...cases, { when: blankFilter(draft, at), next: "end" }])}
          />
        )}
      </Stack>
      <NextField
        label="Everyone else"
        value={step.next}
        onChange={(next) => change(put(step, "next", next))}
      />
    </>
  );
}
