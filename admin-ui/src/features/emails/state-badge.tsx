// What became of an e-mail, at a glance.
import { Badge } from "@mantine/core";
import type { EmailState } from "#core/mail/state";
import { STATE_WORDS } from "./words.ts";

export function StateBadge({ state }: { readonly state: EmailState }) {
  const { label, color } = STATE_WORDS[state];
  return (
    <Badge variant="light" color={color} tt="none" miw="max-content">
      {label}
    </Badge>
  );
}
