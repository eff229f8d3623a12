// Name, language and time zone, each with who gave it; changed in place.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../../data/field-problems.ts";
import { languageName } from "../../../data/languages.ts";
import { useMay } from "../../../data/use-session.ts";
import { useWords } from "../../../data/words.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { Fact } from "./fact.tsx";
import { useChange } from "./questions.ts";
import type { Change, Contact } from "./questions.ts";
import { Section } from "./section.tsx";
import { ZoneChoice } from "./zone-choice.tsx";

export function Person({ contact }: { readonly contact: Contact }) {
  const mayChange = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const [isOpen, setIsOpen] = useState(false);
  const { name, language, zone, zones, given } = contact;
  return (
    <Section
      title="Person"
      action={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
            Change
          </Button>
        )
      }
    >
      <ul className="facts">
        <Fact label="Name" given={given.name}>
          {name ?? "Not known"}
        </Fact>
        <Fact label="Language" given={given.language}>
          {language === null ? "Not known" : languageName(language)}
        </Fact>
        <Fact label="Time zone" given={given.zone}>
          {zone ?? <GuessedZones names={zones.names} />}
        </Fact>
      </ul>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Change who they are">
        <Form contact={contact} onDone={() => setIsOpen(false)} />
      </Modal>
    </Section>
  );
}

/** Each of them counts until somebody says which it is. */
const GUESSES_SHOWN = 3;

function GuessedZones({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <>Not known: the line’s is used</>;
  const shown = names.slice(0, GUESSES_SHOWN).map((one) => one.split("/").at(-1)?.replaceAll("_", " "));
  const hidden = names.length - GUESSES_SHOWN;
  return (
    <>
      {shown.join(", ")}
      {hidden > 0 && ` and ${hidden} more`}{" "}
      <Text span size="xs" c="dimmed">
        (guessed from the number)
      </Text>
    </>
  );
}

/** Only what was changed is sent, so that what a colleague changed meanwhile stays. */
function Form({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const words = useWords();
  const [name, setName] = useState(contact.name ?? "");
  const [language, setLanguage] = useState(contact.language);
  const [zone, setZone] = useState(contact.zone);
  const change = useChange(contact.id, onDone, true);
  const problemAt = fieldProblems(change.error);
  const changed: Change = {
    ...(name.trim() !== (contact.name ?? "") && { name: name.trim() === "" ? null : name.trim() }),
    ...(language !== contact.language && { language }),
    ...(zone !== contact.zone && { zone }),
  };
  const isPlaced = ["name", "language", "zone"].some((path) => problemAt(path) !== undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(changed).length === 0) onDone();
        else change.mutate(changed);
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
        {change.error !== null && !isPlaced && <ProblemNote problem={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
