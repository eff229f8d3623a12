// A time zone, found by the name of its city.
import { Select } from "@mantine/core";

export interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | undefined;
}

const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
/** Four hundred at once are slow to open and nothing to look through. */
const SHOWN_MAX = 50;

export function ZoneField({ value, onChange, error }: ZoneFieldProps) {
  return (
    <Select
      label="Time zone"
      description="Shifts, dates and reminders go by its clock"
      searchable
      limit={SHOWN_MAX}
      allowDeselect={false}
      data={ZONES.includes(value) ? ZONES : [value, ...ZONES]}
      value={value}
      error={error}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
    />
  );
}
