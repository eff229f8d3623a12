// Somebody by name, with their number beside it; one click away from all that is known of them.
import { Stack, Text } from "@mantine/core";
import { callPerson, numberBeside } from "../data/person.ts";
import type { NamedPerson } from "../data/person.ts";
import { AnchorLink } from "./links.tsx";

export interface Person extends NamedPerson {
  readonly contactId: string | null;
}

export interface PersonNameProps {
  readonly person: Person | null;
  /** Said where nobody knows who it was. */
  readonly nobody?: string;
}

export function PersonName({ person, nobody = "Number withheld" }: PersonNameProps) {
  if (person === null) return <Text c="dimmed">{nobody}</Text>;
  const { contactId } = person;
  const title = callPerson(person);
  const number = numberBeside(person);
  return (
    <Stack gap={0}>
      {contactId === null ? (
        <Text>{title}</Text>
      ) : (
        <AnchorLink to="/contacts/$contactId" params={{ contactId }} className="wrap-anywhere">
          {title}
        </AnchorLink>
      )}
      {number !== null && (
        <Text size="xs" c="dimmed">
          {number}
        </Text>
      )}
    </Stack>
  );
}

export function nameOf(person: Person | null, nobody = "Number withheld"): string {
  return person === null ? nobody : callPerson(person);
}
