// All flows: what is out there, how many answered, and the way to a new one.
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconMessages, IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { isNone, usePages } from "../../../data/use-pages.ts";
import { useMay } from "../../../data/use-session.ts";
import { AlsoSwitch } from "../../../ui/also-switch.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { When } from "../../../ui/when.tsx";
import { NewFlow } from "./new-flow.tsx";

const route = getRouteApi("/flows");

type FlowRow = Awaited<ReturnType<typeof readFlows>>["data"][number];

function readFlows(cursor: string | undefined, isWithArchived: boolean) {
  return ask(
    api.v1.flows.$get({
      query: listQuery({ cursor, archived: isWithArchived }),
    }),
  );
}

const COLUMNS: readonly Column<FlowRow>[] = [
  {
    key: "name",
    label: "Flow",
    show: ({ id, name, slug }) => (
      <Stack gap={0}>
        <AnchorLink to="/flows/$flowId" params={{ flowId: id }} fw={600} className="wrap-anywhere">
          {name}
        </AnchorLink>
        <Text size="xs" c="dimmed" className="wrap-anywhere">
          {slug}
        </Text>
      </Stack>
    ),
  },
  { key: "state", label: "State", show: (flow) => <State flow={flow} /> },
  {
    key: "responses",
    label: "Responses",
    isNumber: true,
    show: ({ id, responses: { started, completed } }) =>
      started === 0 ? (
        <Text size="sm" c="dimmed" component="span">
          none yet
        </Text>
      ) : (
        <AnchorLink to="/flows/$flowId/responses" params={{ flowId: id }} size="sm">
          {completed} of {started} completed
        </AnchorLink>
      ),
  },
  { key: "changed", label: "Changed", show: ({ changedAt }) => <When at={changedAt} /> },
];

function State({ flow: { archivedAt, published } }: { readonly flow: FlowRow }) {
  if (archivedAt !== null) return <Badge variant="default">Put away</Badge>;
  if (published === null)
    return (
      <Badge variant="light" color="yellow">
        Draft
      </Badge>
    );
  return <Badge variant="light">Published, version {published.number}</Badge>;
}

export function FlowsPage() {
  const { archived = false, new: isNew = false } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const pages = usePages(["flows", "list", archived], (cursor) => readFlows(cursor, archived));
  const begin = () => void navigate({ search: (before) => ({ ...before, new: true }) });
  const button = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={begin}>
      New flow
    </Button>
  );
  return (
    <Page
      title="Flows"
      lead="Conversations that run by themselves: surveys, sign-ups, questions and answers."
      actions={!isNone(pages) && button}
    >
      <Group>
        <AlsoSwitch
          label="Also those put away"
          isOn={archived}
          onChange={(archived) =>
            void navigate({ search: (before) => ({ ...before, archived }), replace: true })
          }
        />
      </Group>
      <DataTable
        label="Flows"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconMessages} title="No flow yet" action={button}>
            A flow asks questions and says things, step by step. Begin with a short survey: three questions
            are enough.
          </EmptyState>
        }
      />
      <NewFlow
        isOpen={isNew && mayEdit}
        onClose={() => void navigate({ search: ({ new: _closed, ...rest }) => rest, replace: true })}
      />
    </Page>
  );
}
