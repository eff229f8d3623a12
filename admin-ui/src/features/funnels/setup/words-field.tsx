// The categories that the funnel gives by itself, in the words of whoever reads them.
import { SimpleGrid, Stack, TextInput, Title } from "@mantine/core";
import type { Draft } from "./draft.ts";

export interface WordsFieldProps {
  readonly words: Draft["words"];
  readonly onChange: (words: Draft["words"]) => void;
}

const WORDS = [
  ["asked", "Who was asked"],
  ["waiting", "Who waits for a date"],
  ["optedOut", "Who said STOP"],
  ["excluded", "Who may not be written to"],
  ["takenOut", "Who was taken out by hand"],
] as const satisfies readonly (readonly [keyof Draft["words"], string])[];

export function WordsField({ words, onChange }: WordsFieldProps) {
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        What it calls people by itself
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {WORDS.map(([name, label]) => (
          <TextInput
            key={name}
            label={label}
            value={words[name]}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => onChange({ ...words, [name]: value })}
            error={words[name].trim() === "" ? "A word is needed here" : undefined}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
