// Whether a funnel runs, at a glance.
import { Badge } from "@mantine/core";
import type { FunnelState } from "#core/funnel/funnel";
import { STATE_WORDS } from "./words.ts";

export function StateBadge({ state }: { readonly state: FunnelState }) {
  const { label, color } = STATE_WORDS[state];
  return (
    <Badge variant="light" color={color} tt="none">
      {label}
    </Badge>
  );
}
