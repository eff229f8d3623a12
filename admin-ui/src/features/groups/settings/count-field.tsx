// A whole number of seconds or minutes, within what the API takes.
import { NumberInput } from "@mantine/core";

export interface CountFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly error: string | undefined;
  readonly onChange: (count: number) => void;
}

export function CountField({ onChange, ...field }: CountFieldProps) {
  return (
    <NumberInput {...field} allowDecimal={false} w={260} onChange={(count) => onChange(Number(count))} />
  );
}
