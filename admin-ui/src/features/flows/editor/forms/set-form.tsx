// Changes to the contact, one after the other.
import { Group, Select, Stack } from "@mantine/core";
import { moveTo, put, removeAt, replaceAt } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { MoveButtons } from "../../fields/move-buttons.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import type { StepForm } from "../editing.ts";
import { blankChange, CHANGE_NAMES, ChangeFields } from "./change-fields.tsx";
import type { Change } from "./change-fields.tsx";

const CHANGES_MAX = 20;
const KINDS = Object.entries(CHANGE_NAMES).map(([value, label]) => ({ value, label }));

export function SetForm({ step, change }: StepForm<StepOf<"set">>) {
  const { changes } = step;
  const set = (next: Change[]) => change({ ...step, changes: next });
  return (
    <>
      <Stack gap="sm">
        {changes.map((each, index) => (
          <fieldset key={index} className="group" aria-label={`Change ${index + 1}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Stack gap="xs" flex={1}>
                <Select
                  aria-label={`Change ${index + 1}: what`}
                  data={KINDS}
                  value={each.kind}
                  onChange={(value) => {
                    const kind = KINDS.find((known) => known.value === value)?.value as
                      | Change["kind"]
                      | undefined;
                    if (kind !== undefined && kind !== each.kind)
                      set(replaceAt(changes, index, blankChange(kind)));
                  }}
                  allowDeselect={false}
                />
                <ChangeFields change={each} onChange={(next) => set(replaceAt(changes, index, next))} />
              </Stack>
              <MoveButtons
                what={`change ${index + 1}`}
                index={index}
                count={changes.length}
                onMove={(to) => set(moveTo(changes, index, to))}
              />
              <RemoveButton
                label={`Remove change ${index + 1}`}
                onClick={() => set(removeAt(changes, index))}
                isDisabled={changes.length === 1}
              />
            </Group>
          </fieldset>
        ))}
        <Problems of="changes" />
        {changes.length < CHANGES_MAX && (
          <AddButton label="Add a change" onClick={() => set([...changes, blankChange("add-tag")])} />
        )}
      </Stack>
      <NextField value={step.next} onChange={(next) => change(put(step, "next", next))} />
    </>
  );
}
