// Who is meant, under a name: filters that find people, and lists they are put on.
import { Badge, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFilter, IconList } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { listQuery } from "../../data/list-query.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { AlsoSwitch } from "../../ui/also-switch.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { RowName } from "../../ui/row-name.tsx";
import { When } from "../../ui/when.tsx";
import { NameList } from "../../ui/name-list.tsx";
import type { Segment } from "./questions.ts";

type Row = Omit<Segment, "count">;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <RowName mark={archivedAt === null ? null : "Put away"}>
        <AnchorLink to="/segments/$segmentId" params={{ segmentId: id }} fw={600} className="wrap-anywhere">
          {name}
        </AnchorLink>
      </RowName>
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
        query: listQuery({ cursor, archived }),
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
      <AlsoSwitch
        label="Also those put away"
        isOn={archived}
        onChange={(archived) =>
          void navigate({ search: (before) => ({ ...before, archived }), replace: true })
        }
      />
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
      <NameList title="New list" isOpen={isListing} onClose={listing.close} />
    </Page>
  );
}
