// What one change does, for each kind of change.
import { Group, Select, Textarea, TextInput } from "@mantine/core";
import type { StepOf } from "../../draft/draft.ts";
import { nameLanguage } from "../../draft/say-step.ts";
import { useEditing } from "../editing.ts";

export type Change = StepOf<"set">["changes"][number];

export const CHANGE_NAMES: Readonly<Record<Change["kind"], string>> = {
  field: "Keep a field of the contact",
  "add-tag": "Add a tag",
  "remove-tag": "Take a tag away",
  category: "Put into a category of a funnel",
  language: "Change the language",
  notify: "Tell the staff",
};

export function blankChange(kind: Change["kind"]): Change {
  switch (kind) {
    case "field":
      return { kind, name: "", value: "" };
    case "add-tag":
    case "remove-tag":
      return { kind, tag: "" };
    case "category":
      return { kind, funnel: "", category: "" };
    case "language":
      return { kind, language: "en" };
    case "notify":
      return { kind, text: "" };
    default:
      return kind satisfies never;
  }
}

export interface ChangeFieldsProps {
  readonly change: Change;
  readonly onChange: (change: Change) => void;
}

export function ChangeFields({ change, onChange }: ChangeFieldsProps) {
  const { languages } = useEditing();
  switch (change.kind) {
    case "field":
      return (
        <Group gap="xs" align="flex-start">
          <TextInput
            label="Field"
            placeholder="first_name"
            value={change.name}
            onChange={({ currentTarget: { value } }) => onChange({ ...change, name: value })}
            flex={1}
          />
          <Textarea
            label="Value"
            description="May have placeholders. Empty: the field is emptied."
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={change.value}
            onChange={({ currentTarget: { value } }) => onChange({ ...change, value })}
            maxLength={500}
            autosize
            minRows={1}
            flex={2}
          />
        </Group>
      );
    case "add-tag":
    case "remove-tag":
      return (
        <TextInput
          label="Tag"
          value={change.tag}
          onChange={({ currentTarget: { value } }) => onChange({ ...change, tag: value })}
          maxLength={60}
        />
      );
    case "category":
      return (
        <Group gap="xs">
          <TextInput
            label="Funnel"
            description="Its name, such as care"
            value={change.funnel}
            onChange={({ currentTarget: { value } }) => onChange({ ...change, funnel: value })}
            flex={1}
          />
          <TextInput
            label="Category"
            description="Such as Waiting"
            value={change.category}
            onChange={({ currentTarget: { value } }) => onChange({ ...change, category: value })}
            maxLength={60}
            flex={1}
          />
        </Group>
      );
    case "language": {
      const known = languages.includes(change.language) ? languages : [...languages, change.language];
      return (
        <Select
          label="Language"
          data={known.map((value) => ({ value, label: nameLanguage(value) }))}
          value={change.language}
          onChange={(language) => language !== null && onChange({ ...change, language })}
          allowDeselect={false}
        />
      );
    }
    case "notify":
      return (
        <Textarea
          label="What the staff are told"
          description="Appears on the home page. May have placeholders."
          value={change.text}
          onChange={({ currentTarget: { value } }) => onChange({ ...change, text: value })}
          maxLength={500}
          autosize
          minRows={2}
        />
      );
    default:
      return change satisfies never;
  }
}
