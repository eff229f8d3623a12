// Who is in the funnel: by stage, by where they stand, by category.
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PersonLink } from "../../../ui/person-link.tsx";
import { When } from "../../../ui/when.tsx";
import { FilterSelect } from "../../../ui/filter-select.tsx";
import type { Funnel } from "../questions.ts";
import { PHASES } from "../tabs.ts";
import { CAUSE_WORDS, PHASE_WORDS } from "../words.ts";
import { Enrol } from "./enrol.tsx";
import { MovesLink } from "./moves-link.tsx";

type Sought = { stage?: string; phase?: (typeof PHASES)[number]; category?: string };
const read = (id: string, query: Sought & { cursor?: string }) =>
  ask(api.v1.funnels[":id"].members.$get({ param: { id }, query }));
type Row = Awaited<ReturnType<typeof read>>["data"][number];

export function People({ funnel }: { readonly funnel: Funnel }) {
  const { id, config, state } = funnel;
  const { stage, phase, category } = useSearch({ from: "/funnels/$funnelId" });
  const navigate = useNavigate({ from: "/funnels/$funnelId" });
  const mayEdit = useMay("editor");
  const pages = usePages(["funnels", id, "members", stage, phase, category], (cursor) =>
    read(id, listQuery({ cursor, stage, phase, category })),
  );
  const filter = (change: Partial<Record<keyof Sought, string | undefined>>) =>
    void navigate({
      search: (before) => ({
        ...before,
        ...change,
        phase: PHASES.find((each) => each === ("phase" in change ? change.phase : before.phase)),
      }),
      replace: true,
    });
  const nameOf = (stageId: string) => config.stages.find((one) => one.id === stageId)?.name ?? stageId;
  const columns: readonly Column<Row>[] = [
    { key: "who", label: "Who", show: (row) => <PersonLink person={row} /> },
    { key: "stage", label: "Stage", show: (row) => nameOf(row.stage) },
    {
      key: "phase",
      label: "Where they stand",
      show: ({ phase: standing, dueAt }) => (
        <Stack gap={0}>
          <Text size="sm">{PHASE_WORDS[standing]}</Text>
          {dueAt !== null && (
            <Text size="xs" c="dimmed">
              not before <When at={dueAt} />
            </Text>
          )}
        </Stack>
      ),
    },
    { key: "category", label: "Category", show: (row) => row.category ?? "–" },
    {
      key: "last",
      label: "Last step",
      show: ({ cause, changedAt, contactId }) => (
        <Stack gap={0}>
          <MovesLink id={id} contactId={contactId}>
            {CAUSE_WORDS[cause]}
          </MovesLink>
          <Text size="xs" c="dimmed">
            <When at={changedAt} />
          </Text>
        </Stack>
      ),
    },
    ...(mayEdit
      ? [
          {
            key: "do",
            label: "To do",
            isLabelHidden: true,
            show: (row: Row) => <TakeOut id={id} row={row} />,
          },
        ]
      : []),
  ];
  const isFiltered = stage !== undefined || phase !== undefined || category !== undefined;
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="Stage"
          any="Any"
          choices={config.stages.map((one) => ({ value: one.id, label: one.name }))}
          value={stage}
          onChange={(next) => filter({ stage: next })}
        />
        <FilterSelect
          label="Where they stand"
          any="Any"
          choices={PHASES.map((each) => ({ value: each, label: PHASE_WORDS[each] }))}
          value={phase}
          onChange={(next) => filter({ phase: next })}
        />
        <FilterSelect
          label="Category"
          any="Any"
          choices={categoriesOf(funnel, category)}
          value={category}
          onChange={(next) => filter({ category: next })}
          isSearchable
        />
        {mayEdit && state !== "archived" && <Enrol id={id} />}
      </Group>
      <DataTable
        label="People in the funnel"
        pages={pages}
        columns={columns}
        keyOf={({ contactId }) => contactId}
        empty={
          isFiltered ? (
            <EmptyState icon={IconUsers} title="Nobody stands like that">
              Choose something else above to see others.
            </EmptyState>
          ) : (
            <EmptyState icon={IconUsers} title="Nobody is in it yet">
              Put people in: whoever is in a segment, or everybody of an import.
            </EmptyState>
          )
        }
      />
    </Stack>
  );
}

function TakeOut({ id, row: { contactId, phase, name } }: { readonly id: string; readonly row: Row }) {
  const takeOut = useSave({
    save: () =>
      ask(api.v1.funnels[":id"].members[":contactId"]["take-out"].$post({ param: { id, contactId } })),
    touches: ["funnels", "contacts", "audit"],
    said: "Taken out.",
  });
  if (phase === "out") return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={takeOut.isPending}
      onClick={() => takeOut.mutate()}
      aria-label={`Take out ${name ?? "somebody without a name"}`}
    >
      Take out
    </Button>
  );
}

/** Those that answers give, and those that the funnel gives by itself. */
function categoriesOf({ config }: Funnel, chosen: string | undefined): string[] {
  const named = [...config.categories.map(({ name }) => name), ...Object.values(config.words)];
  return [...new Set(chosen === undefined ? named : [...named, chosen])];
}
