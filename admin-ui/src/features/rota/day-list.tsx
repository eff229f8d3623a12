// The week on a phone: its days one after another, each with its shifts.
import "./rota.css";
import { Group, Stack, Text, Title } from "@mantine/core";
import { dateIn } from "#core/zone-clock";
import { DayRow } from "./day-row.tsx";
import { cut } from "./week.ts";
import type { ShownWeek } from "./week-grid.tsx";
import { durationWords, shortDateWords } from "./words.ts";

export function DayList({ week, shifts, gaps, holidays, people, now, onOpen }: ShownWeek) {
  const pieces = cut(week, shifts);
  const holes = cut(week, gaps).filter(({ of }) => !of.isOpen);
  const today = dateIn(week.zone, now);
  return (
    <Stack gap="lg">
      {week.days.map((day) => {
        const own = pieces.filter((piece) => piece.day === day);
        const minutes = holes
          .filter((piece) => piece.day === day)
          .reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
        const holiday = holidays.find(({ date }) => date === day.date);
        return (
          <Stack key={day.day} gap={6} component="section" aria-label={shortDateWords(day.date)}>
            <Group justify="space-between" gap="xs">
              <Title order={2} size="h5" c={day.date === today ? "teal" : "inherit"}>
                {shortDateWords(day.date)}
                {day.date === today && ", today"}
              </Title>
              {minutes > 0 && (
                <Text size="xs" c="dimmed">
                  no shift for {durationWords(minutes)}
                </Text>
              )}
            </Group>
            {holiday !== undefined && (
              <Text size="sm" c="dimmed">
                {holiday.name}: no weekly shift starts
              </Text>
            )}
            {day.extraMinutes !== 0 && (
              <Text size="sm" c="dimmed">
                Clocks go {day.extraMinutes > 0 ? "back" : "forward"}{" "}
                {durationWords(Math.abs(day.extraMinutes))}
              </Text>
            )}
            {own.map((piece) => (
              <DayRow key={piece.of.key} piece={piece} people={people} onOpen={onOpen} />
            ))}
            {own.length === 0 && (
              <Text size="sm" c="dimmed">
                No shifts
              </Text>
            )}
          </Stack>
        );
      })}
    </Stack>
  );
}
