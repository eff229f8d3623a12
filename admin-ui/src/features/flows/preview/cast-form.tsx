// Who is talking in the preview: where, in which language, and what is known of them. A change begins the conversation anew.
import {
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useMemo } from "react";
import type { Draft } from "../draft/draft.ts";
import type { Channel } from "#core/conversation/run";
import { fieldsNamed } from "./names.ts";
import type { Cast } from "./play.ts";

export interface CastFormProps {
  readonly flow: Draft;
  readonly cast: Cast;
  readonly onChange: (cast: Cast) => void;
}

const CHANNELS: readonly { readonly value: Channel; readonly label: string }[] = [
  { value: "sms", label: "SMS" },
  { value: "whatsapp", label: "WhatsApp" },
  { value: "chat", label: "Web chat" },
];

export function CastForm({ flow, cast, onChange }: CastFormProps) {
  const fields = useMemo(() => fieldsNamed(flow), [flow]);
  const isSplit = flow.nodes.some(({ kind }) => kind === "split");
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Channel"
        size="sm"
        fullWidth
        data={[...CHANNELS]}
        value={cast.channel}
        onChange={(value) => {
          const channel = CHANNELS.find((known) => known.value === value)?.value;
          if (channel !== undefined) onChange({ ...cast, channel });
        }}
      />
      <Group grow align="flex-start" gap="xs">
        <Select
          label="Their language"
          data={flow.languages}
          value={cast.language}
          onChange={(language) => onChange({ ...cast, language })}
          placeholder="Not known"
          clearable
          clearButtonProps={{ "aria-label": "Not known" }}
        />
        <TextInput
          label="They begin with"
          placeholder="We begin"
          value={cast.opening ?? ""}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...cast, opening: value === "" ? null : value })
          }
        />
      </Group>
      {fields.length > 0 && (
        <Text size="sm" c="dimmed">
          What this flow wants to know of them:
        </Text>
      )}
      {fields.map((name) => (
        <TextInput
          key={name}
          label={name}
          placeholder="Not known"
          value={String(cast.fields[name] ?? "")}
          onChange={({ currentTarget: { value } }) => {
            const { [name]: _before, ...others } = cast.fields;
            onChange({ ...cast, fields: value === "" ? others : { ...others, [name]: value } });
          }}
        />
      ))}
      <TagsInput
        label="Their tags"
        placeholder={cast.tags.length === 0 ? "None" : ""}
        value={[...cast.tags]}
        onChange={(tags) => onChange({ ...cast, tags })}
      />
      {isSplit && (
        <NumberInput
          label="A random split lands at"
          description="0 is the beginning of the first way, 99 the end of the last."
          suffix=" %"
          min={0}
          max={99}
          value={Math.round(cast.draw * 100)}
          onChange={(percent) => onChange({ ...cast, draw: Number(percent) / 100 })}
        />
      )}
    </Stack>
  );
}
