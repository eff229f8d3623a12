// A time of day as people type it; what is none goes back to what it was.
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { readTime } from "./hours.ts";

export interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
  /** The end of a day is 24:00. */
  readonly isEnd?: boolean;
}

export function TimeField({ label, value, onChange, isEnd = false }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readTime(typed, isEnd);
  return (
    <TextInput
      aria-label={label}
      size="xs"
      w={68}
      value={typed ?? value}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed !== null && read !== null && read !== value) onChange(read);
        setTyped(null);
      }}
      error={read === null}
    />
  );
}
