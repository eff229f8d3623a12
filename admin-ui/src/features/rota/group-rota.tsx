// One group's rota: a week of it, who would get a call, and how it is shared out.
import { Skeleton, Stack, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useNextStep } from "../../data/first-steps.ts";
import type { Group } from "../../data/helplines.ts";
import { useVolunteers } from "../../data/helplines.ts";
import { FirstSteps } from "../../ui/first-steps.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { HoursView } from "./hours-view.tsx";
import { OnCallView } from "./on-call-view.tsx";
import { peopleOf } from "./people.ts";
import { useClock } from "./use-clock.ts";
import { useRota } from "./use-rota.ts";
import { toView } from "./views.ts";
import { WeekBar } from "./week-bar.tsx";
import { WeekView } from "./week-view.tsx";
import { weekOf } from "./week.ts";

const route = getRouteApi("/rota");

export function GroupRota({ group }: { readonly group: Group }) {
  const { view = "week" } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useClock(group.id);
  const next = useNextStep(group.id);
  // What comes above the week is there with it: nothing moves under a hand that draws.
  const isWaiting = now === null || next === undefined;
  return (
    <Tabs
      value={view}
      keepMounted={false}
      onChange={(next) =>
        void navigate({ search: ({ group, week }) => ({ group, week, view: toView(next) }) })
      }
    >
      <Stack gap="md">
        <FirstSteps group={group} next={next} here="shifts" />
        <Tabs.List>
          <Tabs.Tab value="week">Week</Tabs.Tab>
          <Tabs.Tab value="call">Who gets the call</Tabs.Tab>
          <Tabs.Tab value="hours">Hours</Tabs.Tab>
        </Tabs.List>
        {isWaiting && <Waiting />}
        {!isWaiting && view === "call" && (
          <Tabs.Panel value="call">
            <OnCallView group={group} now={now} />
          </Tabs.Panel>
        )}
        {!isWaiting && view !== "call" && <OneWeek group={group} now={now} view={view} />}
      </Stack>
    </Tabs>
  );
}

interface OneWeekProps {
  readonly group: Group;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly view: "week" | "hours";
}

function OneWeek({ group, now, view }: OneWeekProps) {
  const { week: chosen } = route.useSearch();
  const week = weekOf(group.zone, isDate(chosen) ? chosen : null, now);
  const { rota, problem, retry } = useRota(group, week);
  const present = useVolunteers();
  const removed = useVolunteers(true);
  const failed = problem ?? present.error;
  const isReady = rota !== null && present.data !== undefined;
  const shown = isReady && {
    group,
    week,
    rota,
    now,
    people: peopleOf(group.id, present.data, removed.data ?? []),
  };
  return (
    <>
      <WeekBar week={week} now={now} />
      {failed !== null && (
        <ProblemNote problem={failed} retry={() => Promise.all([retry(), present.refetch()])} />
      )}
      {!isReady && failed === null && <Waiting />}
      {shown !== false && (
        <Tabs.Panel value={view}>
          {view === "week" ? <WeekView {...shown} /> : <HoursView {...shown} />}
        </Tabs.Panel>
      )}
    </>
  );
}

function Waiting() {
  return <Skeleton h={720} aria-hidden />;
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
