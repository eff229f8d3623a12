// Tags: put on and taken off one by one.
import { TagsInput, Text } from "@mantine/core";
import { useMay } from "../../../data/use-session.ts";
import { useWords } from "../../../data/words.ts";
import { useChange } from "./questions.ts";
import type { Change, Contact } from "./questions.ts";
import { Section } from "./section.tsx";

export function Tags({ contact }: { readonly contact: Contact }) {
  const mayChange = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const words = useWords();
  const change = useChange(contact.id);
  const tags = contact.tags.map(({ tag }) => tag);
  // Shown at once; what the API makes of it follows.
  const shown = change.isPending ? after(tags, change.variables) : tags;
  const save = (next: string[]) =>
    change.mutate({
      addTags: next.filter((tag) => !tags.includes(tag)),
      removeTags: tags.filter((tag) => !next.includes(tag)),
    });
  return (
    <Section title="Tags">
      {mayChange ? (
        <TagsInput
          aria-label="Tags"
          data={[...words.tags]}
          value={shown}
          onChange={save}
          placeholder={tags.length === 0 ? "Type a tag and press Enter" : ""}
          maxTags={50}
        />
      ) : (
        <Text size="sm">{tags.length === 0 ? "None" : tags.join(", ")}</Text>
      )}
    </Section>
  );
}

function after(tags: readonly string[], { addTags = [], removeTags = [] }: Change): string[] {
  return [...tags.filter((tag) => !removeTags.includes(tag)), ...addTags];
}
