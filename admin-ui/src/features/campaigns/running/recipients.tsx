// Who got it, and what became of each.
import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PersonName } from "../../../ui/person-name.tsx";
import { When } from "../../../ui/when.tsx";
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
    read(id, {
      ...(cursor !== undefined && { cursor }),
      ...(status !== undefined && { status }),
      ...(variant !== undefined && { variant }),
      ...(code !== undefined && { code: String(code) }),
    }),
  );
  const filter = (change: { status?: string | undefined; variant?: string | undefined; code?: undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label="What became of it"
          data={RECIPIENT_STATUSES}
          placeholder="Anything"
          value={status ?? null}
          onChange={(value) => filter({ status: value ?? undefined })}
          clearable
          w={220}
        />
        {variants.length > 1 && (
          <Select
            label="Variant"
            data={[...variants]}
            placeholder="Any"
            value={variant ?? null}
            onChange={(value) => filter({ variant: value ?? undefined })}
            clearable
            w={160}
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
