// Who got it, and what became of each.
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PersonName } from "../../../ui/person-name.tsx";
import { When } from "../../../ui/when.tsx";
import { FilterSelect } from "../../../ui/filter-select.tsx";
import { RECIPIENT_STATUSES, statusInWords } from "./statuses.ts";

export interface RecipientsProps {
  readonly id: string;
  readonly variants: readonly string[];
}

const read = (id: string, query: { status?: string; variant?: string; code?: string; cursor?: string }) =>
  ask(api.v1.campaigns[":id"].recipients.$get({ param: { id }, query }));
type Row = Awaited<ReturnType<typeof read>>["data"][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: "who", label: "Who", show: ({ contact }) => <PersonName person={contact} /> },
  {
    key: "status",
    label: "What became of it",
    show: ({ status, why, dueAt, attempt }) => (
      <Stack gap={0}>
        <Text size="sm">
          {statusInWords(status)}
          {attempt > 1 && `, at attempt ${attempt}`}
        </Text>
        {why !== null && (
          <Text size="xs" c="dimmed">
            {why}
            {dueAt !== null && (
              <>
                , <When at={dueAt} />
              </>
            )}
          </Text>
        )}
      </Stack>
    ),
  },
  { key: "variant", label: "Variant", show: ({ variant }) => variant ?? "–" },
  { key: "segments", label: "Segments", isNumber: true, show: ({ segments }) => segments ?? "–" },
  { key: "at", label: "When", show: ({ at }) => <When at={at} /> },
];

export function Recipients({ id, variants }: RecipientsProps) {
  const { status, variant, code } = useSearch({ from: "/campaigns/$campaignId" });
  const navigate = useNavigate({ from: "/campaigns/$campaignId" });
  const pages = usePages(["campaigns", id, "recipients", status, variant, code], (cursor) =>
    read(id, listQuery({ cursor, status, variant, code })),
  );
  const filter = (change: { status?: string | undefined; variant?: string | undefined; code?: undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="What became of it"
          any="Anything"
          choices={RECIPIENT_STATUSES}
          value={status}
          onChange={(next) => filter({ status: next })}
        />
        {variants.length > 1 && (
          <FilterSelect
            label="Variant"
            any="Any"
            choices={variants}
            value={variant}
            onChange={(next) => filter({ variant: next })}
          />
        )}
        {code !== undefined && (
          <Button variant="default" onClick={() => filter({ code: undefined })}>
            Not only those with code {code}
          </Button>
        )}
      </Group>
      <DataTable
        label="Recipients"
        pages={pages}
        columns={variants.length > 1 ? COLUMNS : COLUMNS.filter(({ key }) => key !== "variant")}
        keyOf={({ messageId }) => messageId}
        empty={
          <EmptyState
            icon={IconUsers}
            title={status === undefined && code === undefined ? "Nobody yet" : "Nobody like that"}
          >
            {status === undefined
              ? "Recipients appear as the audience is read."
              : "Choose something else above to see others."}
          </EmptyState>
        }
      />
    </Stack>
  );
}
