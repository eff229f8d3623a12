// What a stage is called in files and by the API; what is no id goes back to what it was.
import { TextInput } from "@mantine/core";
import { useState } from "react";

export interface IdFieldProps {
  readonly id: string;
  readonly taken: readonly string[];
  readonly onChange: (id: string) => void;
}

/** As the API takes it. */
const STAGE_ID = /^[a-z][a-z0-9-]{0,39}$/;

export function IdField({ id, taken, onChange }: IdFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const next = typed ?? id;
  const problem = !STAGE_ID.test(next)
    ? "Lower case: a letter, then letters, digits and hyphens"
    : next !== id && taken.includes(next)
      ? "Another stage has this id"
      : undefined;
  return (
    <TextInput
      label="Id"
      value={next}
      onChange={({ currentTarget: { value } }) => setTyped(value)}
      onBlur={() => {
        if (problem === undefined && next !== id) onChange(next);
        setTyped(null);
      }}
      error={problem}
    />
  );
}
