// A week as a calendar to draw in; on a phone, day by day.
import { Button, Group as Row, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { gaps } from "#core/rota/gaps";
import type { Rota } from "#core/rota/rota";
import { dateIn } from "#core/zone-clock";
import type { Group } from "../../data/helplines.ts";
import { useMay } from "../../data/use-session.ts";
import { DayList } from "./day-list.tsx";
import { timesOf } from "./draft.ts";
import type { Times } from "./draft.ts";
import { GapWords } from "./gap-words.tsx";
import { markedIn } from "./marks.ts";
import type { Marked } from "./marks.ts";
import type { People } from "./people.ts";
import { ShiftDrawer } from "./shift-drawer.tsx";
import { WeekGrid } from "./week-grid.tsx";
import type { Week } from "./week.ts";

const route = getRouteApi("/rota");

export interface WeekViewProps {
  readonly group: Group;
  readonly week: Week;
  readonly rota: Rota;
  readonly people: People;
  readonly now: number;
}

export function WeekView({ group, week, rota, people, now }: WeekViewProps) {
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const isPhone = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const shifts = markedIn(rota, week.from, week.to);
  const holes = gaps(
    rota,
    week.from,
    week.to,
    // Who is gone by now was there then.
    (id, { endsAt }) => endsAt <= now || people.of(id).isReachable,
  );
  const open = ({ shiftId, date }: Pick<Marked, "shiftId" | "date">) =>
    void navigate({ search: (before) => ({ ...before, shift: shiftId, date }) });
  const openNew = (times: Partial<Times>) =>
    void navigate({ search: (before) => ({ ...before, ...times, shift: "new" }) });
  const today = dateIn(week.zone, now);
  const first = week.days.find(({ date }) => date === today)?.date ?? week.days[0]?.date ?? today;
  const shown = { week, shifts, gaps: holes, holidays: rota.holidays, people, now, mayEdit };
  return (
    <Stack gap="sm">
      <Row justify="space-between" align="flex-start">
        <GapWords
          gaps={holes}
          zone={week.zone}
          now={now}
          hasShifts={rota.shifts.length > 0 || shifts.length > 0}
        />
        {mayEdit && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openNew({ date: first })}>
            New shift
          </Button>
        )}
      </Row>
      {isPhone ? (
        <DayList {...shown} onOpen={open} />
      ) : (
        <WeekGrid {...shown} group={group} onOpen={open} onDraw={(draft) => openNew(timesOf(draft))} />
      )}
      {mayEdit && !isPhone && (
        <Text size="xs" c="dimmed">
          Draw on empty time to add a shift; drag one to move it, or its edge to make it longer. With the
          keyboard: arrows go from shift to shift, with Shift they move it by 15 minutes or a day, with Alt
          and Shift they move its end.
        </Text>
      )}
      <ShiftDrawer group={group} rota={rota} shifts={shifts} people={people} week={week} now={now} />
    </Stack>
  );
}
