// Permission to write again: given by coming here, or asked for.
import { Select } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { GotoField } from "../../fields/goto-field.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import type { StepForm } from "../editing.ts";

const MODES = [
  { value: "confirm", label: "Asked for: only a yes gives it" },
  { value: "grant", label: "Given: by the words that led here, such as JOIN" },
];

export function ConsentForm({ step, change }: StepForm<StepOf<"consent">>) {
  return (
    <>
      <Select
        label="Permission is"
        data={MODES}
        value={step.mode}
        onChange={(mode) => change({ ...step, mode: mode === "grant" ? "grant" : "confirm" })}
        allowDeselect={false}
      />
      <TextsField
        label={step.mode === "grant" ? "What is said" : "What is asked"}
        value={step.text}
        onChange={(text = {}) => change({ ...step, text })}
        problemsOf="text"
      />
      {(step.mode === "confirm" || step.notUnderstood !== undefined) && (
        <TextsField
          label="If the answer is not understood"
          value={step.notUnderstood}
          onChange={(text) => change(put(step, "notUnderstood", text))}
          problemsOf="notUnderstood"
          isOptional
        />
      )}
      {(step.mode === "confirm" || step.refused !== undefined) && (
        <div>
          <GotoField
            label="After a no"
            value={step.refused}
            onChange={(refused) => change(put(step, "refused", refused))}
            otherwise="The conversation ends"
          />
          <Problems of="refused" />
        </div>
      )}
      <NextField
        label={step.mode === "grant" ? "Then" : "After a yes"}
        value={step.next}
        onChange={(next) => change(put(step, "next", next))}
      />
    </>
  );
}
