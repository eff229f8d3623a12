// What stands beside the week when a shift is open: that date of it, or all of its weeks, or a new one.
import { Drawer, Stack, Tabs, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { Rota } from "#core/rota/rota";
import type { Group } from "../../data/helplines.ts";
import { useMay } from "../../data/use-session.ts";
import type { Marked } from "./marks.ts";
import { NewShift } from "./new-shift.tsx";
import { OnDate } from "./on-date.tsx";
import type { People } from "./people.ts";
import type { Week } from "./week.ts";
import { WeeklyEditor } from "./weekly-editor.tsx";
import { dateWords, weekdayName } from "./words.ts";

const route = getRouteApi("/rota");

export interface ShiftDrawerProps {
  readonly group: Group;
  readonly rota: Rota;
  readonly shifts: readonly Marked[];
  readonly people: People;
  readonly week: Week;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function ShiftDrawer({ group, rota, shifts, people, week, now }: ShiftDrawerProps) {
  const { shift: open, date, from = "09:00", to = "12:00" } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const close = () => void navigate({ search: ({ group, week, view, at }) => ({ group, week, view, at }) });
  const weekly = rota.shifts.find(({ id }) => id === open);
  const marked = shifts.find((one) => one.shiftId === open && one.date === date);
  const isNew = open === "new" && mayEdit;
  return (
    <Drawer
      opened={open !== undefined}
      onClose={close}
      position="right"
      size="md"
      title={isNew ? "New shift" : titleOf(marked, weekly)}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {isNew && (
        <NewShift
          groupId={group.id}
          people={people}
          times={{ date: date ?? week.days[0]?.date ?? "", from, to }}
          onDone={close}
        />
      )}
      {!isNew && marked === undefined && weekly === undefined && (
        <Text>There is no such shift in this week. Somebody may have moved or deleted it.</Text>
      )}
      {!isNew && marked !== undefined && (weekly === undefined || !mayEdit) && (
        <OnDate group={group} rota={rota} shift={marked} people={people} now={now} onDone={close} />
      )}
      {!isNew && weekly !== undefined && mayEdit && (
        <Tabs defaultValue={marked === undefined ? "weekly" : "date"} keepMounted={false}>
          <Stack>
            <Tabs.List grow>
              <Tabs.Tab value="date" disabled={marked === undefined}>
                On this date
              </Tabs.Tab>
              <Tabs.Tab value="weekly">Every week</Tabs.Tab>
            </Tabs.List>
            {marked !== undefined && (
              <Tabs.Panel value="date">
                <OnDate group={group} rota={rota} shift={marked} people={people} now={now} onDone={close} />
              </Tabs.Panel>
            )}
            <Tabs.Panel value="weekly">
              <WeeklyEditor
                key={weekly.id}
                groupId={group.id}
                shift={weekly}
                people={people}
                onDone={close}
              />
            </Tabs.Panel>
          </Stack>
        </Tabs>
      )}
    </Drawer>
  );
}

function titleOf(marked: Marked | undefined, weekly: Rota["shifts"][number] | undefined): string {
  if (marked !== undefined) return `${dateWords(marked.date)}, ${marked.from}–${marked.to}`;
  return weekly === undefined ? "Shift" : `${weekdayName(weekly.weekday)}, ${weekly.from}–${weekly.to}`;
}
