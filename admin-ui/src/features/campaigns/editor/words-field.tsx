// Plain words in one language or several, with the languages beside them.
import { ActionIcon, Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { LANGUAGE, renameLanguage } from "./languages.ts";
import type { Words } from "./languages.ts";

export interface WordsFieldProps {
  readonly text: Words;
  readonly onChange: (text: Words) => void;
}

/** The most that goes out as one message. */
const CHARACTERS_MAX = 1_600;

export function WordsField({ text, onChange }: WordsFieldProps) {
  const languages = Object.keys(text);
  return (
    <Stack gap="sm">
      {languages.map((language, place) => (
        // Its place, since its name is what is being typed.
        <Stack key={place} gap={4}>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            {languages.length > 1 && (
              <LanguageField
                language={language}
                taken={languages}
                onChange={(next) => onChange(renameLanguage(text, language, next))}
              />
            )}
            {languages.length > 1 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={`Remove the words in ${language}`}
                onClick={() =>
                  onChange(Object.fromEntries(Object.entries(text).filter(([each]) => each !== language)))
                }
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </Group>
          <Textarea
            aria-label={languages.length > 1 ? `Words in ${language}` : "Words"}
            autosize
            minRows={3}
            maxLength={CHARACTERS_MAX}
            placeholder="Hello {{ first_name }}, …"
            value={text[language] ?? ""}
            onChange={({ currentTarget: { value } }) => onChange({ ...text, [language]: value })}
          />
        </Stack>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        w="fit-content"
        onClick={() => onChange({ ...text, [freeLanguage(languages)]: "" })}
      >
        Another language
      </Button>
    </Stack>
  );
}

function LanguageField(props: {
  readonly language: string;
  readonly taken: readonly string[];
  readonly onChange: (language: string) => void;
}) {
  const { language, taken, onChange } = props;
  const [typed, setTyped] = useState(language);
  const isRight = LANGUAGE.test(typed) && (typed === language || !taken.includes(typed));
  return (
    <TextInput
      label="Language"
      size="xs"
      w={120}
      value={typed}
      onChange={({ currentTarget: { value } }) => setTyped(value.trim())}
      onBlur={() => (isRight ? onChange(typed) : setTyped(language))}
      error={isRight ? undefined : "A tag such as en or pt-BR"}
    />
  );
}

function freeLanguage(taken: readonly string[]): string {
  return ["en", "es", "fr", "de", "pt", "ar", "pl", "uk"].find((tag) => !taken.includes(tag)) ?? "und";
}
