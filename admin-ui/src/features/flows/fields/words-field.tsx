// Words a person may use, as chips, in every language of the flow.
import { SimpleGrid, Stack, TagsInput } from "@mantine/core";
import { put } from "../draft/draft.ts";
import type { WordLists } from "../draft/draft.ts";
import { nameLanguage } from "../draft/say-step.ts";
import { useEditing } from "../editor/editing.ts";
import { Problems } from "./problems.tsx";

export interface WordsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: WordLists | undefined;
  readonly onChange: (value: Record<string, string[]> | undefined) => void;
  /** Without a word it is undefined, else empty. */
  readonly isOptional?: boolean;
  readonly problemsOf?: string;
}

const WORDS_MAX = 30;

export function WordsField(props: WordsFieldProps) {
  const { label, description, value = {}, onChange, isOptional = false, problemsOf } = props;
  const { languages } = useEditing();
  const [first, second] = languages;
  const shown = [...languages, ...Object.keys(value).filter((each) => !languages.includes(each))];
  const change = (language: string, words: string[]) => {
    const lists = { ...value } as Record<string, string[]>;
    const next = put<Record<string, string[]>, string>(
      lists,
      language,
      words.length === 0 ? undefined : words,
    );
    onChange(isOptional && Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <Stack gap={4}>
      <SimpleGrid cols={{ base: 1, sm: second === undefined ? 1 : 2 }} spacing="sm">
        {shown.map((language) => (
          <TagsInput
            key={language}
            label={second === undefined && shown.length === 1 ? label : `${label}, ${nameLanguage(language)}`}
            {...(description !== undefined && language === first && { description })}
            value={value[language] ?? []}
            onChange={(words) => change(language, words)}
            placeholder={(value[language] ?? []).length === 0 ? "Type a word, then Enter" : ""}
            maxTags={WORDS_MAX}
            acceptValueOnBlur
            splitChars={[","]}
            clearable={false}
          />
        ))}
      </SimpleGrid>
      {problemsOf !== undefined && <Problems of={problemsOf} />}
    </Stack>
  );
}
