// What becomes of each row, with what changes field by field and why a row is rejected.
import { Badge, SegmentedControl, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { listQuery } from "../../data/list-query.ts";
import { usePages } from "../../data/use-pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { AnchorLink } from "../../ui/links.tsx";
import { OUTCOMES } from "./counts.tsx";
import type { Import, Row } from "./questions.ts";
import { fieldName, fieldValue, OUTCOME_WORDS } from "./words.ts";

export function Rows({ record }: { readonly record: Import }) {
  const { outcome } = useSearch({ from: "/imports/$importId" });
  const navigate = useNavigate({ from: "/imports/$importId" });
  const { id, state } = record;
  const pages = usePages(["imports", id, "rows", outcome, state], (cursor) =>
    ask(
      api.v1.imports[":id"].rows.$get({
        param: { id },
        query: listQuery({ cursor, outcome }),
      }),
    ),
  );
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Which rows"
        value={outcome ?? ""}
        onChange={(value) => {
          const wanted = OUTCOMES.find((one) => one === value);
          void navigate({ search: wanted === undefined ? {} : { outcome: wanted }, replace: true });
        }}
        data={[
          { value: "", label: "All" },
          ...OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].label })),
        ]}
        style={{ alignSelf: "flex-start" }}
        maw="100%"
      />
      <DataTable
        label="Rows"
        pages={pages}
        columns={state === "checked" ? COLUMNS : [...COLUMNS, PERSON]}
        keyOf={({ row }) => String(row)}
        empty={<Text c="dimmed">No row ended so.</Text>}
      />
    </Stack>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "row", label: "Row", show: ({ row }) => row },
  {
    key: "outcome",
    label: "Outcome",
    show: ({ outcome }) => (
      <Badge variant="light" color={OUTCOME_WORDS[outcome].color} tt="none" fw={500}>
        {OUTCOME_WORDS[outcome].label}
      </Badge>
    ),
  },
  { key: "what", label: "What changes, or why not", show: (row) => <What row={row} /> },
];

const PERSON: Column<Row> = {
  key: "person",
  label: "Person",
  show: ({ contactId, undone }) =>
    contactId === null || undone === "removed" ? (
      "–"
    ) : (
      <AnchorLink to="/contacts/$contactId" params={{ contactId }}>
        Show
      </AnchorLink>
    ),
};

function What({ row }: { readonly row: Row }) {
  if (row.reason !== null)
    return (
      <Stack gap={2}>
        <Text size="sm">{row.reason.text}</Text>
        {row.cells !== null && (
          <Text size="xs" c="dimmed" className="wrap-anywhere" lineClamp={2}>
            {row.cells.join(" · ")}
          </Text>
        )}
      </Stack>
    );
  if (row.changes.length === 0) return "–";
  return (
    <Stack gap={2}>
      {row.changes.map(({ field, from, to }) => (
        <Text key={field} size="sm" className="wrap-anywhere">
          <Text span c="dimmed">
            {`${fieldName(field)}: `}
          </Text>
          {row.outcome === "new" || from === null
            ? fieldValue(field, to)
            : `${fieldValue(field, from)} → ${fieldValue(field, to)}`}
        </Text>
      ))}
    </Stack>
  );
}
