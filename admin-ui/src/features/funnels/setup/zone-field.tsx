// Whose clock slots, days and dates are on: the line's where none is chosen.
import { Select } from "@mantine/core";

export interface ZoneFieldProps {
  readonly value: string | undefined;
  readonly onChange: (zone: string | undefined) => void;
  readonly problem: string | undefined;
}

const ZONES = Intl.supportedValuesOf("timeZone");

export function ZoneField({ value, onChange, problem }: ZoneFieldProps) {
  return (
    <Select
      label="Time zone"
      description="For slots, days and dates."
      placeholder="The line’s"
      data={value === undefined || ZONES.includes(value) ? ZONES : [...ZONES, value]}
      value={value ?? null}
      onChange={(zone) => onChange(zone ?? undefined)}
      searchable
      clearable
      limit={50}
      error={problem}
    />
  );
}
