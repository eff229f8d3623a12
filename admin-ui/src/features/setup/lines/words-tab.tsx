// What the line understands beside the usual words, and what it says by itself, in each language.
import { Group, SimpleGrid, Stack, TagsInput, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import type { LineConfig } from "#core/line";
import { languageName } from "../../../data/languages.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import type { LineDraft } from "./line-draft.ts";
import type { LineForm } from "./use-line-form.ts";

const TEXT_MAX = 1_600;
const WORDS_MAX = 30;

const LISTS = [
  { name: "optOut", label: "Also means STOP", about: "Beside STOP, UNSUBSCRIBE and the like." },
  { name: "optIn", label: "Also means START", about: "Beside START and UNSTOP." },
  { name: "help", label: "Also means HELP", about: "Beside HELP and INFO." },
] as const;

const TEXTS = [
  {
    name: "unmatchedReply",
    label: "When nothing understands a text",
    about: "Left empty, such a text waits in the inbox and is not answered.",
  },
  {
    name: "helpReply",
    label: "When somebody asks for HELP",
    about: "Where it is Partyline that answers HELP. Left empty: the usual sentence.",
  },
] as const;

export function WordsTab({ form: { draft, change, problemAt } }: { readonly form: LineForm }) {
  const [more, setMore] = useState<readonly string[]>([]);
  const languages = [...new Set([draft.language, ...languagesOf(draft), ...more])];
  const cols = { base: 1, sm: languages.length > 1 ? 2 : 1 };
  return (
    <Stack gap="xl">
      <Group align="flex-end">
        <LanguageField
          label="Another language"
          description="Words and sentences can be given in several."
          value={null}
          isRequired
          onChange={(tag) => tag !== null && setMore((before) => [...before, tag])}
        />
      </Group>
      {TEXTS.map(({ name, label, about }) => (
        <Part key={name} label={label} about={about} problem={problemAt(name)}>
          <SimpleGrid cols={cols}>
            {languages.map((language) => (
              <Textarea
                key={language}
                label={languageName(language)}
                aria-label={`${label}, ${languageName(language)}`}
                lang={language}
                dir="auto"
                autosize
                minRows={2}
                maxLength={TEXT_MAX}
                value={draft[name]?.[language] ?? ""}
                onChange={({ currentTarget }) =>
                  change({ [name]: { ...draft[name], [language]: currentTarget.value } })
                }
              />
            ))}
          </SimpleGrid>
        </Part>
      ))}
      {LISTS.map(({ name, label, about }) => (
        <Part key={name} label={label} about={about} problem={problemAt(`words.${name}`)}>
          <SimpleGrid cols={cols}>
            {languages.map((language) => (
              <TagsInput
                key={language}
                label={languageName(language)}
                aria-label={`${label}, ${languageName(language)}`}
                value={draft.words?.[name]?.[language] ?? []}
                onChange={(words) => change({ words: putWords(draft.words, name, language, words) })}
                placeholder="Type a word, then Enter"
                maxTags={WORDS_MAX}
                acceptValueOnBlur
                clearable={false}
              />
            ))}
          </SimpleGrid>
        </Part>
      ))}
    </Stack>
  );
}

interface PartProps {
  readonly label: string;
  readonly about: string;
  readonly problem: string | undefined;
  readonly children: React.ReactNode;
}

function Part({ label, about, problem, children }: PartProps) {
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {label}
      </Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {children}
      {problem !== undefined && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

type Lists = LineConfig["words"];

function putWords(lists: Lists, name: keyof NonNullable<Lists>, language: string, words: string[]): Lists {
  return { ...lists, [name]: { ...lists?.[name], [language]: words } };
}

function languagesOf({ words, unmatchedReply, helpReply }: LineDraft): readonly string[] {
  return [words?.optOut, words?.optIn, words?.help, unmatchedReply, helpReply].flatMap((record) =>
    Object.keys(record ?? {}),
  );
}
