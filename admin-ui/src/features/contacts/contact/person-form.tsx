// The form of who somebody is. Only what was changed is sent, and what a colleague changed meanwhile is asked about first.
import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useWords } from "../../../data/words.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useChange } from "./questions.ts";
import type { Change, Contact } from "./questions.ts";
import { ZoneChoice } from "./zone-choice.tsx";

const FIELDS = ["name", "language", "zone"] as const;

export interface PersonFormProps {
  /** As it is known now, with what others change while the form is open. */
  readonly contact: Contact;
  readonly onDone: () => void;
}

export function PersonForm({ contact, onDone }: PersonFormProps) {
  const words = useWords();
  const [seen, setSeen] = useState(contact);
  const [name, setName] = useState(contact.name ?? "");
  const [language, setLanguage] = useState(contact.language);
  const [zone, setZone] = useState(contact.zone);
  const change = useChange(contact.id, onDone, true);
  const problemAt = fieldProblems(change.error);
  const changed: Change = {
    ...(name.trim() !== (seen.name ?? "") && { name: name.trim() === "" ? null : name.trim() }),
    ...(language !== seen.language && { language }),
    ...(zone !== seen.zone && { zone }),
  };
  const crossed = FIELDS.filter((field) => field in changed && contact[field] !== seen[field]);
  const isPlaced = FIELDS.some((field) => problemAt(field) !== undefined);
  const save = () => {
    if (crossed.length > 0) return;
    if (Object.keys(changed).length === 0) onDone();
    else change.mutate(changed);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          data-autofocus
          dir="auto"
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={problemAt("name")}
        />
        <LanguageField
          label="Language"
          value={language}
          onChange={setLanguage}
          used={words.languages}
          error={problemAt("language")}
        />
        <ZoneChoice value={zone} onChange={setZone} error={problemAt("zone")} />
        {crossed.length > 0 && (
          <Alert color="yellow" title="Somebody changed this meanwhile" role="alert">
            {crossed.map((field) => `The ${field} is now ${contact[field] ?? "empty"}.`).join(" ")}
            <Group mt="xs">
              <Button size="compact-sm" variant="default" onClick={() => setSeen(contact)}>
                Keep what I typed
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDone}>
                Keep theirs
              </Button>
            </Group>
          </Alert>
        )}
        {change.error !== null && !isPlaced && <ProblemNote problem={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={crossed.length > 0}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
