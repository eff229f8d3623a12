// What callers choose from by a key, if anything.
import { ActionIcon, Button, Group, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Choice, HelplineConfig } from "#core/helpline/helpline";
import type { ProblemAt } from "../../../data/field-problems.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import { SpokenField } from "./spoken-field.tsx";

type Menu = NonNullable<HelplineConfig["menu"]>;

export interface MenuFieldProps {
  readonly language: string;
  readonly menu: Menu | null;
  readonly problemAt: ProblemAt;
  readonly onChange: (menu: Menu | null) => void;
}

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

const KINDS = {
  hunt: "Ring whoever is on shift",
  language: "Speak another language from here on",
  voicemail: "Leave a message",
  say: "Hear something",
  number: "Be put through to a number",
} as const satisfies Record<Choice["kind"], string>;

export function MenuField({ language, menu, problemAt, onChange }: MenuFieldProps) {
  const free = KEYS.find((key) => menu !== null && !(key in menu.choices));
  return (
    <Stack gap="sm">
      <Switch
        label="A menu: callers choose by a key"
        checked={menu !== null}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? { text: {}, choices: { 1: { kind: "hunt" } } } : null)
        }
      />
      {menu !== null && (
        <Stack gap="sm" ps="md">
          <SpokenField
            label="The menu, as it is said"
            description="Such as: For help press 1, to leave a message press 2."
            language={language}
            value={menu.text}
            error={problemAt("menu.text")}
            onChange={(text) => onChange({ ...menu, text })}
          />
          {Object.entries(menu.choices).map(([key, choice]) => (
            <OneKey
              key={key}
              pressed={key}
              choice={choice}
              language={language}
              error={problemAt(`menu.choices.${key}`)}
              onChange={(next) => onChange({ ...menu, choices: { ...menu.choices, [key]: next } })}
              onRemove={() => {
                const { [key]: _gone, ...choices } = menu.choices;
                onChange({ ...menu, choices });
              }}
            />
          ))}
          {free !== undefined && (
            <Group>
              <Button
                size="xs"
                variant="default"
                onClick={() => onChange({ ...menu, choices: { ...menu.choices, [free]: { kind: "hunt" } } })}
              >
                Add key {free}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Stack>
  );
}

interface OneKeyProps {
  readonly pressed: string;
  readonly choice: Choice;
  readonly language: string;
  readonly error: string | undefined;
  readonly onChange: (choice: Choice) => void;
  readonly onRemove: () => void;
}

function OneKey({ pressed, choice, language, error, onChange, onRemove }: OneKeyProps) {
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Text fw={600} w="1.5rem" pb={8}>
          {pressed}
        </Text>
        <Select
          flex={1}
          aria-label={`What key ${pressed} does`}
          data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
          value={choice.kind}
          allowDeselect={false}
          error={error}
          onChange={(kind) => onChange(blank(kind as Choice["kind"], language))}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Remove key ${pressed}`}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {choice.kind === "language" && (
        <LanguageField
          label={`Language of key ${pressed}`}
          isRequired
          value={choice.language}
          onChange={(tag) => {
            if (tag !== null) onChange({ kind: "language", language: tag });
          }}
        />
      )}
      {choice.kind === "say" && (
        <SpokenField
          label={`What key ${pressed} says`}
          language={language}
          value={choice.text}
          onChange={(text) => onChange({ kind: "say", text })}
        />
      )}
      {choice.kind === "number" && (
        <TextInput
          type="tel"
          label={`Number of key ${pressed}`}
          required
          value={choice.number}
          onChange={({ currentTarget }) => onChange({ kind: "number", number: currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function blank(kind: Choice["kind"], language: string): Choice {
  switch (kind) {
    case "hunt":
    case "voicemail":
      return { kind };
    case "language":
      return { kind, language };
    case "say":
      return { kind, text: {} };
    case "number":
      return { kind, number: "" };
    default:
      return kind satisfies never;
  }
}
