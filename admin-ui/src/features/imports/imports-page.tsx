// Lists that came in as CSV, and where the next one is dropped.
import { Badge, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { When } from "../../ui/when.tsx";
import type { Import } from "./questions.ts";
import { Upload } from "./upload.tsx";
import { STATE_WORDS } from "./words.ts";

type Row = Omit<Import, "undone">;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "file",
    label: "File",
    show: ({ id, fileName }) => (
      <AnchorLink to="/imports/$importId" params={{ importId: id }} fw={600} className="wrap-anywhere">
        {fileName}
      </AnchorLink>
    ),
  },
  {
    key: "state",
    label: "State",
    show: ({ state }) => (
      <Badge variant="light" color={STATE_WORDS[state].color} tt="none" fw={500}>
        {STATE_WORDS[state].label}
      </Badge>
    ),
  },
  { key: "new", label: "New", isNumber: true, show: ({ counts }) => counts.new },
  { key: "changed", label: "Changed", isNumber: true, show: ({ counts }) => counts.changed },
  { key: "same", label: "Nothing new", isNumber: true, show: ({ counts }) => counts.same },
  { key: "rejected", label: "Rejected", isNumber: true, show: ({ counts }) => counts.rejected },
  { key: "at", label: "Uploaded", show: ({ createdAt }) => <When at={createdAt} /> },
];

export function ImportsPage() {
  const mayEdit = useMay("editor");
  const pages = usePages(["imports", "list"], (cursor) =>
    ask(api.v1.imports.$get({ query: cursor === undefined ? {} : { cursor } })),
  );
  return (
    <Page
      title="Imports"
      lead="People you have on a list come in as CSV, and can be taken back."
      back={<BackLink to="/contacts">Contacts</BackLink>}
    >
      {mayEdit ? <Upload /> : <Text c="dimmed">Ask an editor to import a list.</Text>}
      <DataTable
        label="Imports"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconFileSpreadsheet} title="Nothing was imported yet">
            A file only needs one column with phone numbers.
          </EmptyState>
        }
      />
    </Page>
  );
}
