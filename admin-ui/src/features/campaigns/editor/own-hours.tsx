// A campaign's own hours: the line's where it has none.
import { Stack, Switch, Text } from "@mantine/core";
import type { Hours } from "#core/hours";
import { HoursField } from "../../../ui/hours-field.tsx";
import { DAYTIME } from "../../../ui/hours.ts";

export interface OwnHoursProps {
  readonly hours: Hours | undefined;
  readonly onChange: (hours: Hours | undefined) => void;
  readonly problem: string | undefined;
}

export function OwnHours({ hours, onChange, problem }: OwnHoursProps) {
  return (
    <Stack gap="xs">
      <Switch
        label="Hours of its own"
        description="On the clock of each recipient, and never outside of the line's."
        checked={hours !== undefined}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? DAYTIME : undefined)}
      />
      {hours !== undefined && <HoursField label="Open" hours={hours} onChange={onChange} />}
      {problem !== undefined && (
        <Text size="sm" c="red">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
