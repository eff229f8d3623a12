// The end: a last word, and what the response counts as.
import { Select } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { TextsField } from "../../fields/texts-field.tsx";
import type { StepForm } from "../editing.ts";

const DISPOSITIONS = [
  { value: "completed", label: "Completed" },
  { value: "ineligible", label: "Ineligible: screened out" },
  { value: "refused", label: "Refused: did not want to" },
] as const;

export function EndForm({ step, change }: StepForm<StepOf<"end">>) {
  return (
    <>
      <TextsField
        label="Last words"
        value={step.text}
        onChange={(text) => change(put(step, "text", text))}
        problemsOf="text"
        isOptional
      />
      <Select
        label="The response counts as"
        data={[...DISPOSITIONS]}
        value={step.disposition ?? "completed"}
        onChange={(value) => {
          const found = DISPOSITIONS.find((each) => each.value === value);
          if (found !== undefined) change({ ...step, disposition: found.value });
        }}
        allowDeselect={false}
        maw={420}
      />
    </>
  );
}
