// Everybody we know: found by name, number, tag, consent and more; a link shows what its sender saw.
import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAddressBook, IconDownload, IconUpload, IconUserPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { CONTACT_COLUMNS } from "../../ui/contact-columns.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ContactFilters } from "./contact-filters.tsx";
import { ExportPeople } from "./export-people.tsx";
import { NewContact } from "./new-contact.tsx";
import { readByNumber, readContacts } from "./questions.ts";
import { isFiltered } from "./sought.ts";

export function ContactsPage() {
  const sought = useSearch({ from: "/contacts" });
  const navigate = useNavigate({ from: "/contacts" });
  const mayEdit = useMay("editor");
  const [number, setNumber] = useState<string | null>(null);
  const [isAdding, adding] = useDisclosure();
  const [isExporting, exporting] = useDisclosure();
  const pages = usePages(["contacts", "list", number, sought], (cursor) =>
    number === null ? readContacts(sought, cursor) : readByNumber(number),
  );
  const isNarrowed = number !== null || isFiltered(sought);
  return (
    <Page
      title="Contacts"
      lead="Everybody who wrote to us, and everybody we were told about."
      actions={
        mayEdit && (
          <>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={exporting.open}
            >
              Export
            </Button>
            <ButtonLink to="/imports" variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              Import
            </ButtonLink>
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={adding.open}>
              New contact
            </Button>
          </>
        )
      }
    >
      <ContactFilters
        sought={sought}
        onNumber={setNumber}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }) as typeof sought, replace: true })
        }
      />
      <DataTable
        label="Contacts"
        pages={pages}
        columns={CONTACT_COLUMNS}
        keyOf={({ id }) => id}
        empty={
          isNarrowed ? (
            <EmptyState icon={IconAddressBook} title="Nobody fits">
              {number === null
                ? "Take a filter away, or write less of the name."
                : "Nobody has this number. Write it whole, with + and the country's code."}
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconAddressBook}
              title="Nobody is here yet"
              action={mayEdit && <ButtonLink to="/imports">Import a list</ButtonLink>}
            >
              Whoever writes to one of your lines appears here by themselves. A list you have comes in as CSV.
            </EmptyState>
          )
        }
      />
      {pages.rows.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {pages.hasMore
            ? `The first ${pages.rows.length}.`
            : `${pages.rows.length} ${pages.rows.length === 1 ? "person" : "people"}.`}
        </Text>
      )}
      <NewContact isOpen={isAdding} onClose={adding.close} />
      <ExportPeople isOpen={isExporting} onClose={exporting.close} sought={sought} />
    </Page>
  );
}
