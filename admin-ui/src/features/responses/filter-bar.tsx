// Which responses: by words, by how they ended, by when they began; and the answer that a chart led to.
import { Group, Pill, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { ENDINGS, tellEnding } from "./endings.ts";
import type { Sought } from "./sought.ts";

/** Long enough that a word is asked for once, short enough that nobody waits for it. */
const TYPING_MS = 250;

export type SoughtChange = Partial<Sought>;

export interface FilterBarProps {
  readonly sought: Sought;
  /** Charts and rates are of a period; words and endings narrow the table alone. */
  readonly isPeriodOnly: boolean;
  readonly onChange: (change: SoughtChange) => void;
}

export function FilterBar({ sought, isPeriodOnly, onChange }: FilterBarProps) {
  const { q = "", ended, from = "", to = "", answer, value } = sought;
  const [typed, setTyped] = useState(q);
  // From elsewhere, such as the browser's way back; a space at the end of what is typed is on its way to a second word.
  useEffect(() => setTyped((words) => (words.trim() === q ? words : q)), [q]);
  const seek = useDebouncedCallback((words: string) => onChange({ q: words.trim() || undefined }), TYPING_MS);
  return (
    <Group gap="xs" align="flex-end" my="md" role="search" aria-label="Responses">
      {!isPeriodOnly && (
        <>
          <TextInput
            label="Words of an answer"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            maxLength={100}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              seek(currentTarget.value);
            }}
            w={{ base: "100%", xs: 220 }}
          />
          <Select
            label="How it ended"
            placeholder="Any"
            clearable
            clearButtonProps={{ "aria-label": "Any ending" }}
            data={ENDINGS.map((one) => ({ value: one, label: tellEnding(one).label }))}
            value={ended ?? null}
            onChange={(chosen) => onChange({ ended: ENDINGS.find((one) => one === chosen) })}
            w={{ base: "100%", xs: 180 }}
          />
        </>
      )}
      <TextInput
        type="date"
        label="Begun from"
        value={from}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="to"
        value={to}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value || undefined })}
      />
      {!isPeriodOnly && answer !== undefined && value !== undefined && (
        <Pill
          size="lg"
          withRemoveButton
          removeButtonProps={{ "aria-label": "Any answer", tabIndex: 0, "aria-hidden": false }}
          onRemove={() => onChange({ answer: undefined, value: undefined })}
        >
          {answer}: {value}
        </Pill>
      )}
    </Group>
  );
}
