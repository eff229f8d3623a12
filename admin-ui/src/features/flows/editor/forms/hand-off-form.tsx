// To a person: what is said meanwhile, and what the staff should know.
import { Textarea } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { NextField } from "../../fields/next-field.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import type { StepForm } from "../editing.ts";

export function HandOffForm({ step, change }: StepForm<StepOf<"hand-off">>) {
  return (
    <>
      <TextsField
        label="What is said"
        value={step.text}
        onChange={(text) => change(put(step, "text", text))}
        problemsOf="text"
        isOptional
      />
      <Textarea
        label="Note for the staff"
        description="Stands beside the conversation in the inbox."
        value={step.note ?? ""}
        onChange={({ currentTarget: { value } }) =>
          change(put(step, "note", value === "" ? undefined : value))
        }
        maxLength={500}
        autosize
        minRows={2}
      />
      <NextField
        label="When the conversation is given back"
        value={step.next}
        onChange={(next) => change(put(step, "next", next))}
      />
    </>
  );
}
