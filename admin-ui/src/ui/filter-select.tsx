// Narrows a list to one of some; cleared, it is any of them again.
import { Select } from "@mantine/core";

export interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** What stands there while nothing is chosen, such as "All groups". */
  readonly any: string;
  readonly choices: readonly (Value | { readonly value: Value; readonly label: string })[];
  readonly value: Value | undefined;
  /** As it goes into the address: undefined takes it out again. */
  readonly onChange: (value: Value | undefined) => void;
  readonly isSearchable?: boolean;
}

/** Two of them stand beside each other on a small desk, one on a phone. */
const WIDTH_PX = 210;

export function FilterSelect<Value extends string>({
  label,
  any,
  choices,
  value,
  onChange,
  isSearchable = false,
}: FilterSelectProps<Value>) {
  const data = choices.map((one) => (typeof one === "string" ? { value: one, label: one } : { ...one }));
  return (
    <Select
      label={label}
      placeholder={any}
      data={data}
      value={value ?? null}
      onChange={(next) => onChange(data.find((one) => one.value === next)?.value)}
      searchable={isSearchable}
      clearable
      clearButtonProps={{ "aria-label": `${label}: ${any}` }}
      w={WIDTH_PX}
    />
  );
}
