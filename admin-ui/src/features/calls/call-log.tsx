// Every call, newest first, by group, day and what it came to.
import { Group, Text, TextInput } from "@mantine/core";
import { IconPhoneCall } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sayDuration } from "#core/helpline/duration";
import { present } from "../../data/search.ts";
import { usePages } from "../../data/use-pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { When } from "../../ui/when.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { GroupFilter } from "../../ui/group-filter.tsx";
import { OUTCOMES } from "./choices.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { readCalls } from "./questions.ts";
import type { Call } from "./questions.ts";
import { OUTCOME_WORDS, secondsOf } from "./words.ts";

const COLUMNS: readonly Column<Call>[] = [
  {
    key: "at",
    label: "Began",
    show: ({ id, startedAt }) => (
      <AnchorLink to="/calls/$callId" params={{ callId: id }}>
        <When at={startedAt} />
      </AnchorLink>
    ),
  },
  { key: "caller", label: "Caller", show: ({ caller }) => <PersonName person={caller} /> },
  { key: "group", label: "Group", show: ({ helplineName }) => helplineName ?? "Gone" },
  { key: "outcome", label: "Came to", show: (call) => <OutcomeBadge call={call} /> },
  {
    key: "by",
    label: "Answered by",
    show: ({ answeredBy }) => answeredBy?.name ?? <Text c="dimmed">–</Text>,
  },
  {
    key: "length",
    label: "Length",
    isNumber: true,
    show: (call) => {
      const seconds = secondsOf(call);
      return seconds === null ? "under way" : sayDuration(seconds);
    },
  },
];

const OUTCOME_CHOICES = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].label }));

export function CallLog() {
  const { group, day, outcome } = useSearch({ from: "/calls" });
  const navigate = useNavigate({ from: "/calls" });
  const sought = present({ group, day, outcome });
  const pages = usePages(["calls", "log", sought], (cursor) => readCalls(sought, cursor));
  const choose = (change: {
    group?: string | undefined;
    day?: string | undefined;
    outcome?: typeof outcome | undefined;
  }) => void navigate({ search: (before) => present({ ...before, ...change }), replace: true });
  return (
    <>
      <Group align="flex-end">
        <GroupFilter value={group} onChange={(id) => choose({ group: id })} />
        <TextInput
          type="date"
          label="Day"
          value={day ?? ""}
          onChange={({ currentTarget: { value } }) => choose({ day: value || undefined })}
          w={160}
        />
        <FilterSelect
          label="Came to"
          any="Anything"
          choices={OUTCOME_CHOICES}
          value={outcome}
          onChange={(next) => choose({ outcome: next })}
        />
      </Group>
      <DataTable
        label="Calls"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={<NoCalls isFiltered={Object.keys(sought).length > 0} />}
      />
    </>
  );
}

function NoCalls({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={IconPhoneCall} title="No call like that">
      Take a filter away to see more.
    </EmptyState>
  ) : (
    <EmptyState
      icon={IconPhoneCall}
      title="Nobody has called yet"
      action={<ButtonLink to="/rota">See who would be rung</ButtonLink>}
    >
      Every call to a group&apos;s number is written down here, with whom it rang and what came of it.
    </EmptyState>
  );
}
