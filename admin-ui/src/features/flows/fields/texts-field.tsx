// What is said, in every language of the flow side by side, with placeholders to insert and what it costs to send.
import { Group, SimpleGrid, Stack, Text, Textarea } from "@mantine/core";
import { useRef } from "react";
import { putWording } from "../draft/draft.ts";
import type { Texts } from "../draft/draft.ts";
import { nameLanguage } from "../draft/say-step.ts";
import { useEditing } from "../editor/editing.ts";
import { PlaceholderMenu } from "./placeholder-menu.tsx";
import { Problems } from "./problems.tsx";
import { SegmentCount } from "./segment-count.tsx";

export interface TextsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: Texts | undefined;
  /** Without any wording it is undefined where it is optional, else empty. */
  readonly onChange: (value: Record<string, string> | undefined) => void;
  readonly isOptional?: boolean;
  /** The member of the step whose problems stand here. */
  readonly problemsOf?: string;
  /** A label of an option: short, and as it may be typed. */
  readonly isLabel?: boolean;
}

const LENGTH_MAX = 1600;

export function TextsField(props: TextsFieldProps) {
  const { label, description, value = {}, onChange, isOptional = false, problemsOf, isLabel = false } = props;
  const { languages } = useEditing();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [first = "en", second] = languages;
  // A wording in a language the flow does not speak is there all the same, to be read and taken out.
  const shown = [...languages, ...Object.keys(value).filter((each) => !languages.includes(each))];
  const change = (language: string, wording: string) => {
    const next = putWording(value, language, wording);
    onChange(isOptional && Object.keys(next).length === 0 ? undefined : next);
  };
  const insert = (placeholder: string) => {
    const field = area.current;
    const language = field?.dataset["language"] ?? first;
    const before = value[language] ?? "";
    const [start, end] =
      field === null ? [before.length, before.length] : [field.selectionStart, field.selectionEnd];
    change(language, `${before.slice(0, start)}${placeholder}${before.slice(end)}`);
    field?.focus();
  };
  return (
    <Stack gap={4}>
      <SimpleGrid cols={{ base: 1, sm: second === undefined ? 1 : 2 }} spacing="sm">
        {shown.map((language) => (
          <div key={language}>
            <Textarea
              label={
                second === undefined && shown.length === 1 ? label : `${label}, ${nameLanguage(language)}`
              }
              {...(description !== undefined && language === first && { description })}
              lang={language}
              dir="auto"
              data-language={language}
              value={value[language] ?? ""}
              onChange={({ currentTarget }) => change(language, currentTarget.value)}
              onFocus={({ currentTarget }) => {
                area.current = currentTarget;
              }}
              maxLength={LENGTH_MAX}
              autosize
              minRows={isLabel ? 1 : 2}
              maxRows={12}
            />
            {!isLabel && <SegmentCount text={value[language] ?? ""} />}
          </div>
        ))}
      </SimpleGrid>
      {!isLabel && (
        <Group gap="xs">
          <PlaceholderMenu onChoose={insert} />
          {second !== undefined && isOptional && Object.keys(value).length === 0 && (
            <Text size="xs" c="dimmed">
              Left empty: the usual words.
            </Text>
          )}
        </Group>
      )}
      {problemsOf !== undefined && <Problems of={problemsOf} />}
    </Stack>
  );
}
