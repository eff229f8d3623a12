// Where a campaign is, at a glance.
import { Badge } from "@mantine/core";
import type { CampaignState } from "#core/campaign/campaign";
import { STATE_WORDS } from "./words.ts";

export function StateBadge({ state }: { readonly state: CampaignState }) {
  const { label, color } = STATE_WORDS[state];
  return (
    <Badge variant="light" color={color} tt="none">
      {label}
    </Badge>
  );
}
