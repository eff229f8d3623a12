// One attribute: its name, what kind of thing it is, and what it is for this person.
import {
  Alert,
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useWords } from "../../../data/words.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { ATTRIBUTE_KINDS, fromDraft, KIND_WORDS, showValue } from "./attribute-draft.ts";
import type { AttributeDraft, AttributeValue } from "./attribute-draft.ts";
import { useChange } from "./questions.ts";

export interface AttributeFormProps {
  readonly contactId: string;
  /** Without a name it is a new one. */
  readonly first: AttributeDraft;
  /** What it is now, whoever changed it meanwhile. */
  readonly known: AttributeValue;
  readonly onDone: () => void;
}

export function AttributeForm({ contactId, first, known, onDone }: AttributeFormProps) {
  const { attributes } = useWords();
  const [draft, setDraft] = useState(first);
  const part = (more: Partial<AttributeDraft>) => setDraft((before) => ({ ...before, ...more }));
  const change = useChange(contactId, onDone, true);
  const value = fromDraft(draft);
  const isNew = first.name === "";
  const [seen, setSeen] = useState(known);
  const isCrossed = !isNew && known !== seen;
  const problem = fieldProblems(change.error)("attributes");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null && !isCrossed) change.mutate({ attributes: { [draft.name.trim()]: value } });
      }}
    >
      <Stack>
        {isNew && (
          <Autocomplete
            label="Name"
            description="Letters, digits and underscores, as flows and templates spell it."
            data={[...attributes]}
            value={draft.name}
            onChange={(name) => part({ name })}
            required
            data-autofocus
            error={problem}
          />
        )}
        <SegmentedControl
          aria-label="What kind of thing it is"
          data={ATTRIBUTE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
          value={draft.kind}
          onChange={(kind) => part({ kind: ATTRIBUTE_KINDS.find((one) => one === kind) ?? "text" })}
        />
        {draft.kind === "yes-no" ? (
          <Switch
            label={draft.isYes ? "Yes" : "No"}
            checked={draft.isYes}
            onChange={({ currentTarget }) => part({ isYes: currentTarget.checked })}
          />
        ) : (
          <TextInput
            label="Value"
            dir="auto"
            value={draft.text}
            onChange={({ currentTarget }) => part({ text: currentTarget.value })}
            inputMode={draft.kind === "number" ? "decimal" : "text"}
            maxLength={500}
            error={
              draft.kind === "number" && value === null && draft.text !== ""
                ? "This is no number."
                : isNew
                  ? undefined
                  : problem
            }
          />
        )}
        {isCrossed && (
          <Alert color="yellow" title="Somebody changed this meanwhile" role="alert">
            It is now “{showValue(known)}”.
            <Group mt="xs">
              <Button size="compact-sm" variant="default" onClick={() => setSeen(known)}>
                Keep what I typed
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDone}>
                Keep theirs
              </Button>
            </Group>
          </Alert>
        )}
        {change.error !== null && problem === undefined && <ProblemNote problem={change.error} />}
        <Group justify="space-between">
          {isNew ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => change.mutate({ attributes: { [first.name]: null } })}
            >
              Clear it
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={change.isPending}
              disabled={isCrossed || value === null || draft.name.trim() === ""}
            >
              Save
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
