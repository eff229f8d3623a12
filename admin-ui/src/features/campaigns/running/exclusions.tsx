// Who was in the audience and got nothing, with the reason.
import { Select, Stack, Text } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PersonLink } from "../../../ui/person-link.tsx";
import { When } from "../../../ui/when.tsx";
import { figuresQuery } from "../questions.ts";

const read = (id: string, query: { reason?: string; cursor?: string }) =>
  ask(api.v1.campaigns[":id"].exclusions.$get({ param: { id }, query }));
type Row = Awaited<ReturnType<typeof read>>["data"][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: "who", label: "Who", show: (row) => <PersonLink person={row} /> },
  {
    key: "why",
    label: "Why",
    show: ({ words, detail }) => (
      <Stack gap={0}>
        <Text size="sm">They {words}</Text>
        {detail !== null && (
          <Text size="xs" c="dimmed">
            {detail}
          </Text>
        )}
      </Stack>
    ),
  },
  { key: "at", label: "When", show: ({ at }) => <When at={at} /> },
];

export function Exclusions({ id }: { readonly id: string }) {
  const { reason } = useSearch({ from: "/campaigns/$campaignId" });
  const navigate = useNavigate({ from: "/campaigns/$campaignId" });
  const { data } = useQuery(figuresQuery(id));
  const pages = usePages(["campaigns", id, "exclusions", reason], (cursor) =>
    read(id, listQuery({ cursor, reason })),
  );
  const reasons = (data?.excludedBy ?? []).map(({ code, words, people }) => ({
    value: code,
    label: `They ${words} (${people})`,
  }));
  return (
    <Stack>
      {reasons.length > 1 && (
        <Select
          label="Why"
          placeholder="Any reason"
          data={reasons}
          value={reason ?? null}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, reason: value ?? undefined }), replace: true })
          }
          clearable
          maw={420}
        />
      )}
      <DataTable
        label="Left out"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ contactId }) => contactId}
        empty={
          <EmptyState icon={IconUserOff} title="Nobody was left out">
            Everybody in the audience was planned.
          </EmptyState>
        }
      />
    </Stack>
  );
}
