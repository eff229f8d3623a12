// What not everybody on the staff may see or make: whoever may not is told so, instead of being shown what cannot work.
import { IconEye, IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useMay } from "../data/use-session.ts";
import { EmptyState } from "./empty-state.tsx";
import { Page } from "./page.tsx";

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
  /** The way to where everybody may be. */
  readonly back: ReactNode;
  readonly children: ReactNode;
}

export function OnlyFor({ role, title, back, children }: OnlyForProps) {
  if (useMay(role)) return children;
  return (
    <Page title={title} back={back}>
      <EmptyState icon={IconLock} title={SAID[role].title}>
        {SAID[role].hint}
      </EmptyState>
    </Page>
  );
}

/** A form for something new: viewers look on, and are not shown fields that keep nothing. */
export function OnlyForMakers({ title, back, children }: Omit<OnlyForProps, "role">) {
  if (useMay("editor")) return children;
  return (
    <Page title={title} back={back}>
      <EmptyState icon={IconEye} title="Viewers look on">
        Editors and owners make what is new here; what there is already is yours to read. Ask one of them, or
        ask an owner for another role.
      </EmptyState>
    </Page>
  );
}
