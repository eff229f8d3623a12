// A time zone by its name; empty where it is to be guessed from the number.
import { Select } from "@mantine/core";

const ZONES = Intl.supportedValuesOf("timeZone");

export interface ZoneChoiceProps {
  readonly value: string | null;
  readonly onChange: (zone: string | null) => void;
  readonly error?: string | undefined;
}

export function ZoneChoice({ value, onChange, error }: ZoneChoiceProps) {
  const data = value === null || ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Select
      label="Time zone"
      description="Empty: guessed from their number."
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      limit={60}
      nothingFoundMessage="No zone is called that."
      error={error}
    />
  );
}
