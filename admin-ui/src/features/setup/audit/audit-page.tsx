// Who did what, and when: every change that somebody made, found by person, thing and day.
import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useActorName, useStaff } from "../../../data/actors.ts";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink, BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { When } from "../../../ui/when.tsx";
import { OnlyFor } from "../../../ui/only-for.tsx";
import { placeOf } from "./place-of.ts";
import { sayDeed } from "./say-deed.ts";
import { sayDetail } from "./say-detail.ts";
import { SUBJECT_WORDS, SUBJECTS } from "./subjects.ts";

type Entry = Awaited<ReturnType<typeof readAudit>>["data"][number];
type Query = NonNullable<Parameters<typeof api.v1.audit.$get>[0]>["query"];

const readAudit = (query: Query) => ask(api.v1.audit.$get({ query }));

export function AuditPage() {
  return (
    <OnlyFor role="owner" title="Audit log" back={<BackLink to="/setup">Setup</BackLink>}>
      <Audit />
    </OnlyFor>
  );
}

function Audit() {
  const { who, what, id, from, to } = useSearch({ from: "/setup/audit" });
  const nameOf = useActorName();
  const pages = usePages(["audit", who, what, id, from, to], (cursor) =>
    readAudit({
      ...(cursor !== undefined && { cursor }),
      ...(who !== undefined && { actor: who }),
      ...(what !== undefined && { subjectKind: what }),
      ...(id !== undefined && { subjectId: id }),
      ...(from !== undefined && { from: startOf(from, 0) }),
      ...(to !== undefined && { to: startOf(to, 1) }),
    }),
  );
  const columns: readonly Column<Entry>[] = [
    { key: "at", label: "When", show: ({ at }) => <When at={at} /> },
    { key: "who", label: "Who", show: ({ actor }) => nameOf(actor) },
    { key: "what", label: "What", show: (entry) => <Deed entry={entry} /> },
  ];
  return (
    <Page
      title="Audit log"
      lead="Everything that somebody changed, newest first. Words and numbers of people are not in it."
      back={<BackLink to="/setup">Setup</BackLink>}
    >
      <Filters />
      <DataTable
        label="Audit log"
        pages={pages}
        columns={columns}
        keyOf={(entry) => entry.id}
        empty={
          <EmptyState icon={IconHistory} title="Nothing like that">
            Nobody did anything of this kind in this time.
          </EmptyState>
        }
      />
    </Page>
  );
}

function Filters() {
  const search = useSearch({ from: "/setup/audit" });
  const { who, what, from, to } = search;
  const navigate = useNavigate({ from: "/setup/audit" });
  const { data: staff = [] } = useStaff();
  const isFiltered = Object.keys(search).length > 0;
  const people = [
    { value: "owner", label: "The owner" },
    ...staff.map((member) => ({ value: `staff:${member.id}`, label: member.name })),
  ];
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label="Who"
        data={
          who === undefined || people.some(({ value }) => value === who)
            ? people
            : [...people, { value: who, label: "An API token" }]
        }
        value={who ?? null}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, who: value ?? undefined }), replace: true })
        }
        placeholder="Anybody"
        clearable
        searchable
        clearButtonProps={{ "aria-label": "Who: anybody" }}
        w={190}
      />
      <Select
        label="About"
        data={SUBJECTS.map((value) => ({ value, label: SUBJECT_WORDS[value] }))}
        value={what ?? null}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, what: value ?? undefined, id: undefined }),
            replace: true,
          })
        }
        placeholder="Anything"
        clearable
        searchable
        clearButtonProps={{ "aria-label": "About: anything" }}
        w={210}
      />
      <DayField
        label="From"
        value={from}
        onChange={(day) => void navigate({ search: (before) => ({ ...before, from: day }), replace: true })}
      />
      <DayField
        label="Until"
        value={to}
        onChange={(day) => void navigate({ search: (before) => ({ ...before, to: day }), replace: true })}
      />
      {isFiltered && (
        <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
          Show everything
        </Button>
      )}
    </Group>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextInput
      label={label}
      type="date"
      value={value ?? ""}
      onChange={({ currentTarget: { value: day } }) => onChange(day === "" ? undefined : day)}
      w={160}
    />
  );
}

function Deed({ entry: { action, subject, detail } }: { readonly entry: Entry }) {
  const place = placeOf(subject);
  const details = sayDetail(detail);
  const words = sayDeed(action);
  return (
    <Stack gap={0}>
      {place === null ? <Text>{words}</Text> : <AnchorLink {...place}>{words}</AnchorLink>}
      {details !== "" && (
        <Text size="xs" c="dimmed" className="wrap-anywhere">
          {details}
        </Text>
      )}
    </Stack>
  );
}

/** The first instant of a day, by the viewer's clock, some days on; what is no day is left out by the API. */
function startOf(day: string, daysOn: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = new Date(year, month - 1, date + daysOn);
  return Number.isNaN(at.getTime()) ? day : at.toISOString();
}
