// Who somebody is: what they are called, where they can be reached, and everything that is known about them.
import { SimpleGrid, Stack } from "@mantine/core";
import { Addresses } from "./addresses.tsx";
import { Attributes } from "./attributes.tsx";
import { Categories } from "./categories.tsx";
import { Person } from "./person.tsx";
import type { Contact } from "./questions.ts";
import { Tags } from "./tags.tsx";

export function ProfileTab({ contact }: { readonly contact: Contact }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="xl">
        <Person contact={contact} />
        <Addresses contact={contact} />
      </Stack>
      <Stack gap="xl">
        <Attributes contact={contact} />
        <Tags contact={contact} />
        <Categories contact={contact} />
      </Stack>
    </SimpleGrid>
  );
}
