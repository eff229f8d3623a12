// What every step has: a title for the staff, and the name that ways and placeholders call it by.
import { SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { put } from "../draft/draft.ts";
import type { Draft, Step } from "../draft/draft.ts";
import { changeStep, renameStep } from "../draft/edit.ts";
import { More } from "../fields/more.tsx";
import { Problems } from "../fields/problems.tsx";
import { useEditing } from "./editing.ts";

export interface NamesFieldsProps {
  readonly step: Step;
  readonly index: number;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly onOpen: (key: string | null) => void;
}

const TITLE_MAX = 120;
const ID = /^[a-z][a-z0-9-]{0,39}$/;

export function NamesFields({ step, index, change, onOpen }: NamesFieldsProps) {
  const { draft } = useEditing();
  const [id, setId] = useState<string | null>(null);
  const typed = id ?? step.id;
  const isTaken = draft.nodes.some((node, place) => place !== index && node.id === typed);
  const problem = problemOf(typed, isTaken);
  const rename = () => {
    if (id === null || id === step.id) return setId(null);
    if (problem !== undefined) return;
    change((before) => renameStep(before, index, id));
    onOpen(id);
  };
  return (
    <More label="Title and name of this step" isInUse={step.title !== undefined} fields={["id", "title"]}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label="Title"
          description="For you: in this list, the picture and the responses."
          value={step.title ?? ""}
          onChange={({ currentTarget: { value } }) =>
            change((before) =>
              changeStep(before, index, put(step, "title", value === "" ? undefined : value)),
            )
          }
          maxLength={TITLE_MAX}
        />
        <div>
          <TextInput
            label="Name of this step"
            description="Whatever leads here is changed with it."
            value={typed}
            onChange={({ currentTarget: { value } }) => setId(value)}
            onBlur={rename}
            onKeyDown={(event) => event.key === "Enter" && rename()}
            error={id === null ? undefined : problem}
            maxLength={40}
          />
          <Problems of="id" />
        </div>
      </SimpleGrid>
    </More>
  );
}

function problemOf(id: string, isTaken: boolean): string | undefined {
  if (!ID.test(id) || id === "end")
    return "A letter first, then letters, digits and hyphens, all lower case; not “end”.";
  return isTaken ? "Another step is called so." : undefined;
}
