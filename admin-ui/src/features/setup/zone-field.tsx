// A time zone, found by its city.
import { Select } from "@mantine/core";

export interface ZoneFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | undefined;
}

const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
/** More than anybody scrolls through: typing finds the rest. */
const SHOWN_MAX = 60;

export function ZoneField({ label, description, value, onChange, error }: ZoneFieldProps) {
  const zones = ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Select
      label={label}
      description={description}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      searchable
      limit={SHOWN_MAX}
      allowDeselect={false}
      nothingFoundMessage="No such zone: write a city, such as London"
      error={error}
    />
  );
}
