// Name, language and time zone, each with who gave it; changed in place.
import { Button, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { languageName } from "../../../data/languages.ts";
import { useMay } from "../../../data/use-session.ts";
import { Fact } from "./fact.tsx";
import { PersonForm } from "./person-form.tsx";
import type { Contact } from "./questions.ts";
import { Section } from "./section.tsx";

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
        <PersonForm contact={contact} onDone={() => setIsOpen(false)} />
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
