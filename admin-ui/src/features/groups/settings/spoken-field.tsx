// What is said aloud, in each language that has it.
import { ActionIcon, Group, Input, Stack, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { languageName } from "../../../data/languages.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import type { Words } from "../config.ts";

/** A minute of speech. */
const CHARACTERS_MAX = 900;

export interface SpokenFieldProps {
  readonly label: string;
  readonly description?: string;
  /** The group's own language stands first, and is offered where nothing is written yet. */
  readonly language: string;
  readonly value: Words | undefined;
  readonly onChange: (words: Record<string, string>) => void;
  readonly error?: string | undefined;
}

export function SpokenField({ label, description, language, value, onChange, error }: SpokenFieldProps) {
  const words = value === undefined || Object.keys(value).length === 0 ? { [language]: "" } : value;
  const written = Object.keys(words);
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error}>
      <Stack gap="xs" mt={6}>
        {written.map((tag) => (
          <Group key={tag} gap="xs" align="flex-start" wrap="nowrap">
            <Textarea
              flex={1}
              autosize
              minRows={2}
              maxLength={CHARACTERS_MAX}
              aria-label={`${label} in ${languageName(tag)}`}
              placeholder={`In ${languageName(tag)}`}
              {...(written.length > 1 && { description: languageName(tag) })}
              value={words[tag] ?? ""}
              onChange={({ currentTarget }) => onChange({ ...words, [tag]: currentTarget.value })}
            />
            {written.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${label}: remove ${languageName(tag)}`}
                onClick={() =>
                  onChange(Object.fromEntries(Object.entries(words).filter(([other]) => other !== tag)))
                }
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Group>
          <LanguageField
            label={`${label}: another language`}
            isAdding
            value={null}
            onChange={(tag) => {
              if (tag !== null && !(tag in words)) onChange({ ...words, [tag]: "" });
            }}
          />
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
