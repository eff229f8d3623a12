// What not everybody on the staff may see: whoever may not is told so, instead of being shown an error.
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useMay } from "../../data/use-session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";

const SAID = {
  editor: {
    title: "Only editors and owners see this",
    hint: "Ask one of them if you need something from here.",
  },
  owner: { title: "Only owners see this", hint: "Ask one of the owners if you need something from here." },
} as const;

export interface OnlyForProps {
  /** The least that one must be. */
  readonly role: keyof typeof SAID;
  readonly title: string;
  readonly children: ReactNode;
}

export function OnlyFor({ role, title, children }: OnlyForProps) {
  if (useMay(role)) return children;
  return (
    <Page title={title} back={<BackLink to="/setup">Setup</BackLink>}>
      <EmptyState icon={IconLock} title={SAID[role].title}>
        {SAID[role].hint}
      </EmptyState>
    </Page>
  );
}
