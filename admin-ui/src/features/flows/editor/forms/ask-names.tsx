// The names under which an answer is kept.
import { SimpleGrid, TextInput } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { Ask } from "../../draft/draft.ts";
import { answerNameOf } from "../../draft/answer-name.ts";
import { Problems } from "../../fields/problems.tsx";
import type { StepForm } from "../editing.ts";

/** An empty field is no name. */
const read = (value: string) => (value === "" ? undefined : value);

export function AskNames({ step, change }: StepForm<Ask>) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <div>
        <TextInput
          label="Name of the answer"
          description="Its column among the responses, and its placeholder in texts."
          placeholder={answerNameOf({ id: step.id })}
          value={step.saveAs ?? ""}
          onChange={({ currentTarget: { value } }) => change(put(step, "saveAs", read(value)))}
        />
        <Problems of="saveAs" />
      </div>
      <div>
        <TextInput
          label="Also a field of the contact"
          description="Kept beyond this conversation, such as first_name."
          value={step.attribute ?? ""}
          onChange={({ currentTarget: { value } }) => change(put(step, "attribute", read(value)))}
        />
        <Problems of="attribute" />
      </div>
    </SimpleGrid>
  );
}
