// What a call came to, or where it stands.
import { Badge } from "@mantine/core";
import type { Call } from "./questions.ts";
import { OUTCOME_WORDS, STATE_WORDS } from "./words.ts";

export function OutcomeBadge({ call: { outcome, state } }: { readonly call: Call }) {
  const { label, color } =
    outcome === null ? { label: STATE_WORDS[state], color: "orange" } : OUTCOME_WORDS[outcome];
  return (
    <Badge variant="light" color={color} tt="none" miw="max-content">
      {label}
    </Badge>
  );
}
