// From week to week.
import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { dateOf } from "#core/civil";
import { dateIn } from "#core/zone-clock";
import type { Week } from "./week.ts";
import { rangeWords, zoneWords } from "./words.ts";

const route = getRouteApi("/rota");

export function WeekBar({ week, now }: { readonly week: Week; readonly now: number }) {
  const navigate = route.useNavigate();
  const go = (day: number | null) =>
    void navigate({
      search: ({ group, view }) => ({ group, view, ...(day !== null && { week: dateOf(day) }) }),
    });
  const isThisWeek = week.days.some(({ date }) => date === dateIn(week.zone, now));
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="The week before"
        onClick={() => go(week.monday - 7)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" size="sm" onClick={() => go(null)} disabled={isThisWeek}>
        This week
      </Button>
      <ActionIcon variant="default" size="lg" aria-label="The next week" onClick={() => go(week.monday + 7)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} aria-live="polite">
        {rangeWords(week)}
      </Text>
      <Text size="sm" c="dimmed">
        {zoneWords(week.zone, now)}
      </Text>
    </Group>
  );
}
