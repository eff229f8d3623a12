// Somebody of whom no more than a name is known here, leading to their page.
import { AnchorLink } from "./links.tsx";

export interface PersonLinkProps {
  readonly person: { readonly contactId: string; readonly name: string | null };
}

export function PersonLink({ person: { contactId, name } }: PersonLinkProps) {
  return (
    <AnchorLink to="/contacts/$contactId" params={{ contactId }} size="sm" className="wrap-anywhere">
      {name ?? "Somebody without a name"}
    </AnchorLink>
  );
}
