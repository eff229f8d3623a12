// Somebody by name, with their number beside it; one click away from all that is known of them.
import { Stack, Text } from "@mantine/core";
import { AnchorLink } from "./links.tsx";

export interface Person {
  readonly contactId: string | null;
  readonly name: string | null;
  /** Masked for viewers, null once erased. */
  readonly address: string | null;
}

export interface PersonNameProps {
  readonly person: Person | null;
  /** Said where nobody knows who it was. */
  readonly nobody?: string;
}

export function PersonName({ person, nobody = "Number withheld" }: PersonNameProps) {
  if (person === null) return <Text c="dimmed">{nobody}</Text>;
  const { contactId, name, address } = person;
  const title = nameOf(person, nobody);
  return (
    <Stack gap={0}>
      {contactId === null ? (
        <Text>{title}</Text>
      ) : (
        <AnchorLink to="/contacts/$contactId" params={{ contactId }} className="wrap-anywhere">
          {title}
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

export function nameOf(person: Person | null, nobody = "Number withheld"): string {
  if (person === null) return nobody;
  return person.name ?? person.address ?? "Somebody who was erased";
}
