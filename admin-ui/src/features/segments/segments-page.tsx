// Who is meant, under a name: filters that find people, and lists they are put on.
import { Badge, Button, Group, Switch, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFilter, IconList } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { When } from "../../ui/when.tsx";
import { NameList } from "../../ui/name-list.tsx";
import type { Segment } from "./questions.ts";

type Row = Omit<Segment, "count">;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <Group gap={6}>
        <AnchorLink to="/segments/$segmentId" params={{ segmentId: id }} fw={600} className="wrap-anywhere">
          {name}
        </AnchorLink>
        {archivedAt !== null && (
          <Text span size="xs" c="dimmed">
            Put away
          </Text>
        )}
      </Group>
    ),
  },
  {
    key: "kind",
    label: "Kind",
    show: ({ kind }) => (
      <Badge variant="light" color="gray" tt="none" fw={500}>
        {kind === "list" ? "List" : "Filter"}
      </Badge>
    ),
  },
  {
    key: "sentence",
    label: "Who is meant",
    show: ({ sentence }) => (
      <Text size="sm" lineClamp={2} className="wrap-anywhere">
        {sentence}
      </Text>
    ),
  },
  { key: "changed", label: "Changed", show: ({ changedAt }) => <When at={changedAt} show="day" /> },
];

export function SegmentsPage() {
  const { archived } = useSearch({ from: "/segments" });
  const navigate = useNavigate({ from: "/segments" });
  const mayEdit = useMay("editor");
  const [isListing, listing] = useDisclosure();
  const pages = usePages(["segments", "list", archived], (cursor) =>
    ask(
      api.v1.segments.$get({
        query: { ...(cursor !== undefined && { cursor }), ...(archived === true && { archived: "true" }) },
      }),
    ),
  );
  const create = mayEdit && (
    <ButtonLink to="/segments/$segmentId" params={{ segmentId: "new" }}>
      New segment
    </ButtonLink>
  );
  return (
    <Page
      title="Segments"
      lead="Who is meant: found by a filter at every moment anew, or put on a list by hand."
      actions={
        mayEdit && (
          <>
            <Button variant="default" leftSection={<IconList size={16} aria-hidden />} onClick={listing.open}>
              New list
            </Button>
            {create}
          </>
        )
      }
    >
      <DataTable
        label="Segments"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconFilter} title="No segments yet" action={create}>
            A segment says whom a campaign goes to, such as everybody in the north who agreed to SMS.
          </EmptyState>
        }
      />
      <Switch
        label="Show those put away"
        checked={archived === true}
        onChange={({ currentTarget: { checked } }) =>
          void navigate({ search: checked ? { archived: true } : {}, replace: true })
        }
      />
      <NameList title="New list" isOpen={isListing} onClose={listing.close} />
    </Page>
  );
}
