// Content that WhatsApp approved, per language: its id, what its variables print, and its words.
import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ApprovedContent } from "#core/message-template/template";
import type { ProblemAt } from "../../../data/field-problems.ts";
import { languageName } from "../../../data/languages.ts";
import { LanguageField } from "../../../ui/language-field.tsx";

type Contents = Record<string, ApprovedContent>;

export interface ContentsFieldProps {
  readonly label: string;
  readonly value: Contents | undefined;
  readonly language: string;
  readonly problemAt: ProblemAt;
  readonly onChange: (contents: Contents | undefined) => void;
}

export function ContentsField({ label, value = {}, language, problemAt, onChange }: ContentsFieldProps) {
  const tags = Object.keys(value);
  const set = (tag: string, content: ApprovedContent) => onChange({ ...value, [tag]: content });
  const remove = (tag: string) => {
    const { [tag]: _gone, ...rest } = value;
    onChange(Object.keys(rest).length === 0 ? undefined : rest);
  };
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <div>
        <Text fw={500} size="sm">
          {label}
        </Text>
        {tags.length === 0 && (
          <Text size="sm" c="dimmed">
            None: who has not written on WhatsApp for a day is asked another way.
          </Text>
        )}
      </div>
      {tags.map((tag) => {
        const content = value[tag];
        return (
          content !== undefined && (
            <OneContent
              key={tag}
              tag={tag}
              content={content}
              problemAt={(path) => problemAt(`.${tag}${path}`)}
              onChange={(next) => set(tag, next)}
              onRemove={() => remove(tag)}
            />
          )
        );
      })}
      <Group>
        <LanguageField
          label={`${label}: add a language`}
          isAdding
          used={[language]}
          value={null}
          onChange={(tag) => {
            if (tag !== null && !(tag in value)) set(tag, { contentSid: "", variables: {} });
          }}
        />
      </Group>
    </Stack>
  );
}

interface OneContentProps {
  readonly tag: string;
  readonly content: ApprovedContent;
  readonly problemAt: ProblemAt;
  readonly onChange: (content: ApprovedContent) => void;
  readonly onRemove: () => void;
}

function OneContent({ tag, content, problemAt, onChange, onRemove }: OneContentProps) {
  const { body, ...rest } = content;
  const entries = Object.entries(content.variables);
  const rename = (from: string, to: string) =>
    onChange({
      ...content,
      variables: Object.fromEntries(entries.map(([name, text]) => [name === from ? to : name, text])),
    });
  const next = String(entries.length + 1);
  return (
    <Stack gap="xs" ps="md">
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {languageName(tag)}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          Remove {languageName(tag)}
        </Button>
      </Group>
      <TextInput
        label="Content id"
        description="HX and 32 digits, from Twilio's content editor"
        required
        value={content.contentSid}
        error={problemAt(".contentSid")}
        onChange={({ currentTarget }) => onChange({ ...content, contentSid: currentTarget.value })}
      />
      <Textarea
        label="Its words"
        description="As they were approved, with {{1}}; what the record of a message shows"
        autosize
        value={body ?? ""}
        error={problemAt(".body")}
        onChange={({ currentTarget: { value } }) => onChange(value === "" ? rest : { ...rest, body: value })}
      />
      {entries.map(([name, text], index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            w={90}
            label="Variable"
            value={name}
            onChange={({ currentTarget }) => rename(name, currentTarget.value)}
          />
          <TextInput
            flex={1}
            label="Prints"
            placeholder="{{ shift }}"
            value={text}
            error={problemAt(`.variables.${name}`)}
            onChange={({ currentTarget }) =>
              onChange({ ...content, variables: { ...content.variables, [name]: currentTarget.value } })
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove variable ${name}`}
            onClick={() =>
              onChange({
                ...content,
                variables: Object.fromEntries(entries.filter(([other]) => other !== name)),
              })
            }
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange({ ...content, variables: { ...content.variables, [next]: "{{ shift }}" } })}
        >
          Add a variable
        </Button>
        <Text size="xs" c="dimmed">
          They print {"{{ group }}"}, {"{{ shift }}"} and {"{{ name }}"}.
        </Text>
      </Group>
    </Stack>
  );
}
