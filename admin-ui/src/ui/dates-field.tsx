// A list of days, such as holidays.
import { Button, Group, Pill, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

export interface DatesFieldProps {
  readonly label: string;
  /** ISO 8601 dates. */
  readonly dates: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
}

export function DatesField({ label, dates, onChange }: DatesFieldProps) {
  const [typed, setTyped] = useState("");
  const isNew = typed !== "" && !dates.includes(typed);
  return (
    <Stack gap={6} mt="xs">
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          size="xs"
          label={label}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <Button
          variant="default"
          size="xs"
          disabled={!isNew}
          onClick={() => {
            onChange([...dates, typed]);
            setTyped("");
          }}
        >
          Add the day
        </Button>
      </Group>
      {dates.length > 0 && (
        <Group gap={6}>
          {dates.map((date) => (
            <Pill
              key={date}
              withRemoveButton
              removeButtonProps={{ "aria-label": `Remove ${date}`, tabIndex: 0, "aria-hidden": false }}
              onRemove={() => onChange(dates.filter((other) => other !== date))}
            >
              {date}
            </Pill>
          ))}
        </Group>
      )}
    </Stack>
  );
}
