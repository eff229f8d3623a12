// What only an owner may see: everybody else is told so, instead of being shown an error.
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useMay } from "../../data/use-session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";

export interface OwnersOnlyProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function OwnersOnly({ title, children }: OwnersOnlyProps) {
  const isOwner = useMay("owner");
  if (isOwner) return children;
  return (
    <Page title={title} back={<BackLink to="/setup">Setup</BackLink>}>
      <EmptyState icon={IconLock} title="Only owners see this">
        Ask one of the owners if you need something from here.
      </EmptyState>
    </Page>
  );
}
