// What a placeholder says for those who lack it.
import { Group, Input, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { freeId } from "../draft/blank.ts";
import { AddButton } from "../fields/add-button.tsx";
import { RemoveButton } from "../fields/remove-button.tsx";

export interface DefaultsFieldsProps {
  readonly defaults: Readonly<Record<string, string>> | undefined;
  readonly onChange: (defaults: Record<string, string> | undefined) => void;
}

const VALUE_LENGTH_MAX = 200;

export function DefaultsFields({ defaults = {}, onChange }: DefaultsFieldsProps) {
  const entries = Object.entries(defaults);
  const set = (next: readonly (readonly [string, string])[]) =>
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <Stack gap="xs">
      <Input.Label labelElement="div">What placeholders say for those who lack them</Input.Label>
      {entries.map(([name, value], index) => (
        <Group key={name} gap="xs" align="flex-end" wrap="nowrap">
          <NameField
            name={name}
            taken={entries.map(([other]) => other)}
            onChange={(next) => set(entries.map((entry, place) => (place === index ? [next, value] : entry)))}
          />
          <TextInput
            label="Says"
            value={value}
            onChange={({ currentTarget }) =>
              set(entries.map((entry, place) => (place === index ? [name, currentTarget.value] : entry)))
            }
            maxLength={VALUE_LENGTH_MAX}
            flex={2}
          />
          <RemoveButton
            label={`Remove ${name}`}
            onClick={() => set(entries.filter((_entry, place) => place !== index))}
          />
        </Group>
      ))}
      <AddButton
        label="Add a placeholder"
        onClick={() => {
          const names = entries.map(([name]) => name);
          set([...entries, [names.includes("first_name") ? freeId(names, "name", "_") : "first_name", ""]]);
        }}
      />
    </Stack>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onChange: (name: string) => void;
}

/** Two of one name would be one: it is taken over when it is finished. */
function NameField({ name, taken, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  const isTaken = typed !== name && taken.includes(typed);
  return (
    <TextInput
      label="Placeholder"
      value={typed}
      onChange={({ currentTarget: { value } }) => setTyped(value)}
      onBlur={() => {
        if (typed !== name && typed !== "" && !isTaken) onChange(typed);
      }}
      error={isTaken ? "There is one of this name." : undefined}
      flex={1}
    />
  );
}
