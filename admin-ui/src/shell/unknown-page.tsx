// An address that leads nowhere.
import { IconMapOff } from "@tabler/icons-react";
import { EmptyState } from "../ui/empty-state.tsx";
import { ButtonLink } from "../ui/links.tsx";

export function UnknownPage() {
  return (
    <EmptyState
      icon={IconMapOff}
      title="There is no such page"
      action={<ButtonLink to="/">Back to the start</ButtonLink>}
    >
      The address may be old, or lack a letter.
    </EmptyState>
  );
}
