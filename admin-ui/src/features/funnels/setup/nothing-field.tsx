// Where silence, or a message that never arrives, leads.
import { Autocomplete, Group, Select, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { nothingOf, put } from "./draft.ts";
import type { OnNothing } from "./draft.ts";
import { StageLater } from "./stage-later.tsx";

export interface NothingFieldProps {
  readonly label: ReactNode;
  /** For those who do not see where it stands. */
  readonly about: string;
  readonly leads: OnNothing;
  readonly stages: readonly { value: string; label: string }[];
  readonly onChange: (leads: OnNothing) => void;
}

export function NothingField({ label, about, leads, stages, onChange }: NothingFieldProps) {
  const first = stages[0]?.value ?? "";
  return (
    <Stack gap={6}>
      {label}
      <Group gap="xs" align="center">
        <Select
          aria-label={`${about}: what then`}
          data={[
            { value: "stage", label: "They go on to" },
            { value: "leave", label: "They leave the funnel" },
          ]}
          value={leads.kind}
          onChange={(kind) =>
            (kind === "stage" || kind === "leave") && onChange(nothingOf(kind, first, leads.category))
          }
          allowDeselect={false}
          w={200}
        />
        {leads.kind === "stage" && (
          <StageLater about={about} lead={leads} stages={stages} words="days later," onChange={onChange} />
        )}
        <Text size="sm">and are called</Text>
        <Autocomplete
          aria-label={`${about}: category`}
          placeholder="As before"
          data={["No answer", "Not reached"]}
          value={leads.category ?? ""}
          maxLength={60}
          onChange={(category) => onChange(put(leads, "category", category === "" ? undefined : category))}
          w={170}
        />
      </Group>
    </Stack>
  );
}
