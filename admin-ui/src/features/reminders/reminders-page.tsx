// Who was asked about their shifts, what they answered, and which shifts nobody has.
import { Group, SegmentedControl, Select, Skeleton, Stack } from "@mantine/core";
import { IconBellRinging, IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useGroups } from "../../data/helplines.ts";
import type { Group as VolunteerGroup } from "../../data/helplines.ts";
import { present } from "../../data/search.ts";
import { useNow } from "../../data/use-now.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { shiftsQuery } from "./questions.ts";
import { ShiftCard } from "./shift-card.tsx";

export function RemindersPage() {
  const { group, past = false } = useSearch({ from: "/reminders" });
  const navigate = useNavigate({ from: "/reminders" });
  const groups = useGroups();
  const chosen = groups.data?.find(({ id }) => id === group) ?? groups.data?.[0];
  return (
    <Page
      title="Reminders"
      lead="Every evening volunteers are asked about tomorrow, and open shifts are offered to the others."
    >
      <Group align="flex-end">
        <Select
          label="Group"
          data={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id ?? null}
          onChange={(value) =>
            void navigate({
              search: (before) => present({ ...before, group: value ?? undefined }),
              replace: true,
            })
          }
          allowDeselect={false}
          w={220}
        />
        <SegmentedControl
          aria-label="Which shifts"
          data={[
            { value: "coming", label: "The week to come" },
            { value: "past", label: "The month past" },
          ]}
          value={past ? "past" : "coming"}
          onChange={(value) =>
            void navigate({
              search: (before) =>
                present({ ...before, past: value === "past" ? (true as const) : undefined }),
              replace: true,
            })
          }
        />
      </Group>
      {groups.error !== null && groups.data === undefined && (
        <ProblemNote problem={groups.error} retry={groups.refetch} />
      )}
      {groups.isPending && <Skeleton h={160} />}
      {groups.data?.length === 0 && (
        <EmptyState
          icon={IconUsersGroup}
          title="There is no group yet"
          action={<ButtonLink to="/groups">Make a group</ButtonLink>}
        >
          A group has volunteers and a rota; its volunteers are reminded of their shifts.
        </EmptyState>
      )}
      {chosen !== undefined && <Shifts group={chosen} isPast={past} />}
    </Page>
  );
}

function Shifts({
  group: { id, zone },
  isPast,
}: {
  readonly group: VolunteerGroup;
  readonly isPast: boolean;
}) {
  const { data, error, refetch } = useQuery(shiftsQuery(id, isPast, useNow()));
  if (data === undefined)
    return error === null ? <Skeleton h={160} /> : <ProblemNote problem={error} retry={refetch} />;
  if (data.length === 0)
    return (
      <EmptyState
        icon={IconBellRinging}
        title={isPast ? "Nobody was asked in the last month" : "There are no shifts in the week to come"}
        action={
          <ButtonLink to="/rota" variant="default">
            See the rota
          </ButtonLink>
        }
      >
        {isPast
          ? "Who is reminded of a shift, or offered one, is listed here with their answer."
          : "Draw shifts in the rota; the evening before, whoever is on them is reminded."}
      </EmptyState>
    );
  return (
    <Stack>
      {data.map((shift) => (
        <ShiftCard key={shift.key} groupId={id} zone={zone} shift={shift} isComing={!isPast} />
      ))}
    </Stack>
  );
}
