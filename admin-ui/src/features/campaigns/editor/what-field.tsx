// What recipients get: a template, a flow that begins a conversation, or plain words.
import { Input, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useFlows, useTemplates } from "../../../data/choices.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import { emptyOf } from "./draft.ts";
import type { Content } from "./draft.ts";
import { WordsField } from "./words-field.tsx";

export interface WhatFieldProps {
  readonly label?: string;
  readonly content: Content;
  readonly onChange: (content: Content) => void;
  readonly problem?: string | undefined;
}

const KINDS = [
  { value: "template", label: "Template" },
  { value: "flow", label: "Flow" },
  { value: "text", label: "Plain words" },
] as const satisfies readonly { value: Content["kind"]; label: string }[];

export function WhatField({ label = "What to say", content, onChange, problem }: WhatFieldProps) {
  return (
    <Input.Wrapper label={label} labelElement="div" error={problem}>
      <Stack gap="xs" mt={4}>
        <SegmentedControl
          aria-label={`${label}: kind`}
          data={[...KINDS]}
          value={content.kind}
          onChange={(value) => onChange(emptyOf(value))}
        />
        <Choice label={label} content={content} onChange={onChange} />
      </Stack>
    </Input.Wrapper>
  );
}

function Choice({
  label,
  content,
  onChange,
}: Required<Pick<WhatFieldProps, "label" | "content" | "onChange">>) {
  const templates = useTemplates();
  const flows = useFlows();
  switch (content.kind) {
    case "template": {
      const rows = templates.data ?? [];
      const chosen = rows.find(({ id, slug }) => id === content.template || slug === content.template);
      return (
        <Stack gap={4}>
          <Select
            aria-label={`${label}: template`}
            placeholder="Choose a template"
            data={withKept(
              rows.map(({ slug, name }) => ({ value: slug, label: name })),
              chosen?.slug ?? content.template,
            )}
            value={(chosen?.slug ?? content.template) || null}
            onChange={(template) => onChange({ kind: "template", template: template ?? "" })}
            searchable
            nothingFoundMessage="No template of that name"
          />
          {templates.isSuccess && rows.length === 0 && (
            <Text size="sm" c="dimmed">
              There is no template yet.{" "}
              <AnchorLink to="/templates" underline="always">
                Write one
              </AnchorLink>
              , or use plain words.
            </Text>
          )}
        </Stack>
      );
    }
    case "flow": {
      const rows = flows.data ?? [];
      const chosen = rows.find(({ id, slug }) => id === content.flow || slug === content.flow);
      return (
        <Stack gap={4}>
          <Select
            aria-label={`${label}: flow`}
            placeholder="Choose a flow"
            data={withKept(
              rows.map(({ slug, name, published }) => ({
                value: slug,
                label: published === null ? `${name} (not published yet)` : name,
              })),
              chosen?.slug ?? content.flow,
            )}
            value={(chosen?.slug ?? content.flow) || null}
            onChange={(flow) => onChange({ kind: "flow", flow: flow ?? "" })}
            searchable
            nothingFoundMessage="No flow of that name"
          />
          <Text size="sm" c="dimmed">
            A conversation begins with everybody; their answers are in the flow&apos;s responses.
          </Text>
        </Stack>
      );
    }
    case "text":
      return <WordsField text={content.text} onChange={(text) => onChange({ kind: "text", text })} />;
    default:
      return content satisfies never;
  }
}

/** What was chosen stays choosable, even where it is no longer in use. */
function withKept(data: { value: string; label: string }[], value: string) {
  return value === "" || data.some((one) => one.value === value)
    ? data
    : [...data, { value, label: `${value} (not in use any more)` }];
}
