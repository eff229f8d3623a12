// From which line, with what binds whatever goes out by it: pace, hours, money.
import { Select } from "@mantine/core";
import type { LineChoice } from "../../../data/choices.ts";
import { lineInWords } from "./line-words.ts";

export interface LineFieldProps {
  readonly label: string;
  readonly lines: readonly LineChoice[];
  /** Empty: none chosen. */
  readonly value: string;
  readonly onChange: (lineId: string) => void;
  readonly description?: string;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
}

export function LineField({
  label,
  lines,
  value,
  onChange,
  description,
  problem,
  isOptional = false,
}: LineFieldProps) {
  const chosen = lines.find(({ id }) => id === value);
  const words = chosen === undefined ? undefined : lineInWords(chosen);
  return (
    <Select
      label={label}
      description={[description, words].filter((part) => part !== undefined).join(" ") || undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
      placeholder={isOptional ? "None" : "Choose a line"}
      data={lines.map(({ id, name, address }) => ({ value: id, label: `${name} (${address})` }))}
      value={value === "" ? null : value}
      onChange={(lineId) => onChange(lineId ?? "")}
      clearable={isOptional}
      allowDeselect={isOptional}
      error={problem}
    />
  );
}
