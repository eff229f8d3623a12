// What somebody is to each funnel; chosen by hand where a person knows better.
import { Autocomplete, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useMay } from "../../../data/use-session.ts";
import { useWords } from "../../../data/words.ts";
import { Fact } from "./fact.tsx";
import { useChange } from "./questions.ts";
import type { Contact } from "./questions.ts";
import { Section } from "./section.tsx";

export function Categories({ contact }: { readonly contact: Contact }) {
  const mayChange = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const { funnels } = useWords();
  const names = [...new Set([...Object.keys(contact.categories), ...funnels.map(({ name }) => name)])];
  if (names.length === 0) return null;
  return (
    <Section title="Categories">
      <ul className="facts">
        {names.map((funnel) => (
          <Fact key={funnel} label={`In the funnel “${funnel}”`} given={contact.categories[funnel] ?? null}>
            {mayChange ? (
              <Category
                contactId={contact.id}
                funnel={funnel}
                value={contact.categories[funnel]?.category ?? ""}
                known={funnels.find(({ name }) => name === funnel)?.categories ?? []}
              />
            ) : (
              <Text size="sm">{contact.categories[funnel]?.category ?? "None"}</Text>
            )}
          </Fact>
        ))}
      </ul>
    </Section>
  );
}

interface CategoryProps {
  readonly contactId: string;
  readonly funnel: string;
  readonly value: string;
  readonly known: readonly string[];
}

function Category({ contactId, funnel, value, known }: CategoryProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const change = useChange(contactId, () => setDraft(null));
  const shown = draft ?? value;
  const isChanged = shown.trim() !== value && shown.trim() !== "";
  return (
    <Group gap="xs">
      <Autocomplete
        aria-label={`Category in ${funnel}`}
        size="xs"
        data={[...new Set(known)]}
        value={shown}
        onChange={setDraft}
        placeholder="None"
        maxLength={60}
      />
      {isChanged && (
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ categories: { [funnel]: shown.trim() } })}
        >
          Save
        </Button>
      )}
    </Group>
  );
}
