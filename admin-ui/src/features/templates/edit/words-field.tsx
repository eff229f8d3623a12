// A text with names in it, which can be put in where one is writing.
import { Button, Group, Menu, Textarea } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useRef } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../../data/words.ts";

export interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly actions?: ReactNode;
  readonly rows?: number;
}

/** What one SMS of several segments, and a WhatsApp message, hold at most. */
const CHARACTERS_MAX = 1_600;
/** A menu's length. */
const NAMES_MAX = 20;

export function WordsField({ label, value, onChange, actions, rows = 4 }: WordsFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const words = useWords();
  const names = ["name", ...words.attributes.filter((name) => name !== "name")].slice(0, NAMES_MAX);
  const insert = (name: string) => {
    const [start, end] = [
      box.current?.selectionStart ?? value.length,
      box.current?.selectionEnd ?? value.length,
    ];
    onChange(`${value.slice(0, start)}{{ ${name} }}${value.slice(end)}`);
  };
  return (
    <>
      <Textarea
        ref={box}
        label={label}
        autosize
        minRows={rows}
        maxLength={CHARACTERS_MAX}
        dir="auto"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Group justify="space-between" gap="xs">
        <Menu withinPortal>
          <Menu.Target>
            <Button variant="subtle" size="compact-xs" leftSection={<IconBraces size={14} aria-hidden />}>
              Put a name in
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
            {names.map((name) => (
              <Menu.Item key={name} onClick={() => insert(name)}>
                {name.replaceAll("_", " ")}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {actions}
      </Group>
    </>
  );
}
