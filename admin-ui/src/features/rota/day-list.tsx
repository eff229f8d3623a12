// The week on a phone: its days one after another, each with its shifts.
import "./rota.css";
import { Badge, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { dateIn } from "#core/zone-clock";
import { cut } from "./week.ts";
import type { ShownWeek } from "./week-grid.tsx";
import { dateWords, durationWords, shortDateWords } from "./words.ts";

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
            {own.map(({ of, isStart }) => (
              <UnstyledButton
                key={of.key}
                className="rota-row"
                data-open={of.people.length === 0 || undefined}
                onClick={() => onOpen(of)}
              >
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <span className="unseen">{dateWords(of.date)}, </span>
                  <Text size="sm" className="rota-times" td={of.isRemoved ? "line-through" : undefined}>
                    {of.from}–{of.to}
                  </Text>
                  <Stack gap={2} className="grows">
                    {of.people.map(({ volunteerId }) => {
                      const { name, colour } = people.of(volunteerId);
                      return (
                        <Text key={volunteerId} size="sm" fw={600}>
                          <i
                            className="rota-dot"
                            style={{ background: `var(--mantine-color-${colour}-filled)` }}
                            aria-hidden
                          />
                          {name}
                        </Text>
                      );
                    })}
                    {of.people.length === 0 && !of.isRemoved && <Text size="sm">Nobody</Text>}
                  </Stack>
                  {!isStart && <Badge variant="default">from the day before</Badge>}
                  {of.marks.map((mark) => (
                    <Badge key={mark} variant="light" color={mark === "open" ? "red" : "gray"}>
                      {mark}
                    </Badge>
                  ))}
                </Group>
              </UnstyledButton>
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
