// One group's rota: a week of it, who would get a call, and how it is shared out.
import { Group as Row, Skeleton, Stack, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { Group } from "../../data/helplines.ts";
import { useVolunteers } from "../../data/helplines.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { HoursView } from "./hours-view.tsx";
import { OnCallView } from "./on-call-view.tsx";
import { peopleOf } from "./people.ts";
import { useClock } from "./use-clock.ts";
import { useRota } from "./use-rota.ts";
import { WeekBar } from "./week-bar.tsx";
import { WeekView } from "./week-view.tsx";
import { weekOf } from "./week.ts";

const route = getRouteApi("/rota");

export function GroupRota({ group }: { readonly group: Group }) {
  const { week: chosen, view = "week" } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useClock(group.id);
  const week = weekOf(group.zone, isDate(chosen) ? chosen : null, now ?? 0);
  const { rota, problem, retry } = useRota(group, week);
  const present = useVolunteers();
  const removed = useVolunteers(true);
  const isReady = rota !== null && present.data !== undefined && now !== null;
  return (
    <Tabs
      value={view}
      onChange={(next) =>
        void navigate({
          search: ({ group, week }) => ({
            group,
            week,
            view: next === "week" ? undefined : (next as "call" | "hours"),
          }),
        })
      }
      keepMounted={false}
    >
      <Stack gap="md">
        <Tabs.List>
          <Tabs.Tab value="week">Week</Tabs.Tab>
          <Tabs.Tab value="call">Who gets the call</Tabs.Tab>
          <Tabs.Tab value="hours">Hours</Tabs.Tab>
        </Tabs.List>
        {view !== "call" && (
          <Row justify="space-between">
            <WeekBar week={week} now={now ?? 0} />
          </Row>
        )}
        {problem !== null && <ProblemNote problem={problem} retry={retry} />}
        {!isReady && problem === null && <Skeleton h={720} aria-hidden />}
        {isReady && (
          <>
            <Tabs.Panel value="week">
              <WeekView
                group={group}
                week={week}
                rota={rota}
                now={now}
                people={peopleOf(group.id, present.data, removed.data ?? [])}
              />
            </Tabs.Panel>
            <Tabs.Panel value="call">
              <OnCallView group={group} now={now} />
            </Tabs.Panel>
            <Tabs.Panel value="hours">
              <HoursView
                rota={rota}
                week={week}
                now={now}
                people={peopleOf(group.id, present.data, removed.data ?? [])}
              />
            </Tabs.Panel>
          </>
        )}
      </Stack>
    </Tabs>
  );
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
