// To somebody's steps in the funnel.
import type { ReactNode } from "react";
import { AnchorLink } from "../../../ui/links.tsx";

export interface MovesLinkProps {
  readonly id: string;
  readonly contactId: string;
  readonly children: ReactNode;
}

export function MovesLink({ id, contactId, children }: MovesLinkProps) {
  return (
    <AnchorLink
      size="sm"
      to="/funnels/$funnelId"
      params={{ funnelId: id }}
      search={{ tab: "history", person: contactId }}
    >
      {children}
    </AnchorLink>
  );
}
