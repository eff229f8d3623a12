// A moment to be chosen, on the viewer's own clock; kept as an instant.
import { TextInput } from "@mantine/core";
import { fromLocal, toLocal } from "./local-time.ts";

export interface InstantFieldProps {
  readonly label: string;
  readonly description?: string;
  /** ISO 8601, as the API has it; it stays as it is spelled until somebody changes it. */
  readonly value: string | undefined;
  readonly onChange: (instant: string | undefined) => void;
  readonly error?: string | undefined;
}

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function InstantField({ label, description, value, onChange, error }: InstantFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description ?? `By your clock (${HERE.replaceAll("_", " ")}).`}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={value === undefined ? "" : toLocal(value)}
      onChange={({ currentTarget }) => onChange(fromLocal(currentTarget.value))}
      error={error}
    />
  );
}
