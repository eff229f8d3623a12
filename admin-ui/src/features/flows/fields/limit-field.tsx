// A number that may be left out: empty means no limit.
import { NumberInput } from "@mantine/core";

export interface LimitFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly placeholder?: string;
}

export function LimitField(props: LimitFieldProps) {
  const { label, description, value, onChange, min, max, isWhole = true, placeholder = "Any" } = props;
  return (
    <NumberInput
      label={label}
      {...(description !== undefined && { description })}
      value={value ?? ""}
      onChange={(next) => onChange(typeof next === "number" ? next : undefined)}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      allowDecimal={!isWhole}
      placeholder={placeholder}
    />
  );
}
