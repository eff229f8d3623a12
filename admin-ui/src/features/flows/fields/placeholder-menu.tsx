// What a text can say about a person: answers of this flow, and what is kept of every contact.
import { Button, Menu } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { answerNameOf } from "../draft/answer-name.ts";
import { nameStep } from "../draft/say-step.ts";
import { useEditing } from "../editor/editing.ts";

export interface PlaceholderMenuProps {
  /** Given Liquid, such as `{{ rating }}`. */
  readonly onChoose: (placeholder: string) => void;
}

/** Everyone's fields, with words for those who have none. */
const FIELDS = [
  { name: "first_name", label: "First name", lacking: "friend" },
  { name: "last_name", label: "Last name", lacking: "" },
] as const;

export function PlaceholderMenu({ onChoose }: PlaceholderMenuProps) {
  const { draft, index } = useEditing();
  const [language = "en"] = draft.languages;
  const asked = draft.nodes.slice(0, index).flatMap((step) => (step.kind === "ask" ? [step] : []));
  const known = new Set([...FIELDS.map(({ name }): string => name), ...asked.map(answerNameOf)]);
  const defaults = Object.keys(draft.defaults ?? {}).filter((name) => !known.has(name));
  return (
    <Menu position="bottom-start" returnFocus={false} width={280}>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconBraces size={14} aria-hidden />}>
          Insert a placeholder
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {asked.length > 0 && <Menu.Label>Answers given before</Menu.Label>}
        {asked.map((step) => (
          <Menu.Item key={step.id} onClick={() => onChoose(`{{ ${answerNameOf(step)} }}`)}>
            {nameStep(step, language)}
          </Menu.Item>
        ))}
        <Menu.Label>The contact</Menu.Label>
        {FIELDS.map(({ name, label, lacking }) => (
          <Menu.Item key={name} onClick={() => onChoose(`{{ ${name} | default: "${lacking}" }}`)}>
            {label}
          </Menu.Item>
        ))}
        {defaults.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(`{{ ${name} }}`)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
