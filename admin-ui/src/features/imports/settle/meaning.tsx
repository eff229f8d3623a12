// What one column is taken for, with the name or the channel that this needs.
import { Autocomplete, Checkbox, Group, Select } from "@mantine/core";
import type { WordsInUse } from "../../../data/words.ts";
import { CHANNEL_WORDS } from "../../../ui/standings.tsx";
import type { Target } from "../questions.ts";
import { TARGET_WORDS } from "../words.ts";
import { nameFor, withKind } from "./target.ts";

export interface MeaningProps {
  readonly heading: string;
  readonly target: Target;
  readonly words: WordsInUse;
  readonly onChange: (target: Target) => void;
}

const KINDS = Object.entries(TARGET_WORDS).map(([value, label]) => ({ value, label }));
const REACHES = [{ value: "*", label: "Every channel" }].concat(
  Object.entries(CHANNEL_WORDS).map(([value, label]) => ({ value, label })),
);

export function Meaning({ heading, target, words, onChange }: MeaningProps) {
  return (
    <Group gap="xs" align="center">
      <Select
        aria-label={`What “${heading}” is taken for`}
        data={KINDS}
        value={target.kind}
        onChange={(kind) => onChange(withKind(target, kind, heading))}
        allowDeselect={false}
        maxDropdownHeight={360}
        w={{ base: "100%", xs: 250 }}
      />
      {target.kind === "attribute" && (
        <>
          <Autocomplete
            aria-label={`Name of the attribute for “${heading}”`}
            data={[...words.attributes]}
            value={target.name}
            onChange={(name) => onChange({ ...target, name })}
            onBlur={() => onChange({ ...target, name: nameFor(target.name, heading) })}
            w={{ base: "100%", xs: 170 }}
          />
          <Checkbox
            label="As text"
            aria-label={`Keep “${heading}” as text, numbers too`}
            checked={target.type === "text"}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...target, type: checked ? "text" : "auto" })
            }
          />
        </>
      )}
      {target.kind === "category" && (
        <Autocomplete
          aria-label={`Name of the funnel for “${heading}”`}
          data={words.funnels.map(({ name }) => name)}
          value={target.funnel}
          onChange={(funnel) => onChange({ ...target, funnel })}
          onBlur={() => onChange({ ...target, funnel: nameFor(target.funnel, heading) })}
          w={{ base: "100%", xs: 170 }}
        />
      )}
      {(target.kind === "grant" || target.kind === "suppression") && (
        <Select
          aria-label={`Which channel “${heading}” is about`}
          data={REACHES}
          value={target.channel}
          onChange={(channel) => {
            const known = CHANNELS.find((one) => one === channel);
            if (known !== undefined) onChange({ ...target, channel: known });
          }}
          allowDeselect={false}
          w={{ base: "100%", xs: 150 }}
        />
      )}
    </Group>
  );
}

const CHANNELS = ["*", "sms", "whatsapp", "chat"] as const;
