// Somebody by their name, else by their number, leading to their page.
import { Stack, Text } from "@mantine/core";
import { AnchorLink } from "./links.tsx";

export interface PersonLinkProps {
  readonly person: {
    readonly contactId: string | null;
    readonly name: string | null;
    /** Masked for viewers; null once erased. */
    readonly address?: string | null;
  };
}

export function PersonLink({ person: { contactId, name, address = null } }: PersonLinkProps) {
  const label = name ?? address ?? "Somebody without a name";
  return (
    <Stack gap={0}>
      {contactId === null ? (
        <Text size="sm">{label}</Text>
      ) : (
        <AnchorLink to="/contacts/$contactId" params={{ contactId }} size="sm" className="wrap-anywhere">
          {label}
        </AnchorLink>
      )}
      {name !== null && address !== null && (
        <Text size="xs" c="dimmed">
          {address}
        </Text>
      )}
    </Stack>
  );
}
