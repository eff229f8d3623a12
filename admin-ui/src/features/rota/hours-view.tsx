// How the week is shared out: hours of each volunteer, and when more than one shift is on.
import { Grid, List, Stack, Table, Text, Title } from "@mantine/core";
import { overlaps } from "#core/rota/gaps";
import { hoursByVolunteer } from "#core/rota/hours";
import type { Rota } from "#core/rota/rota";
import { dateIn } from "#core/zone-clock";
import type { People } from "./people.ts";
import { timeIn } from "./time-in.ts";
import type { Week } from "./week.ts";
import { durationWords, shortDateWords } from "./words.ts";

export interface HoursViewProps {
  readonly rota: Rota;
  readonly week: Week;
  readonly people: People;
}

export function HoursView({ rota, week, people }: HoursViewProps) {
  const hours = hoursByVolunteer(rota, week.from, week.to);
  const without = people.members.filter(({ id }) => hours.every(({ volunteerId }) => volunteerId !== id));
  const twice = overlaps(rota, week.from, week.to);
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Stack gap="xs">
          <Title order={2} size="h4">
            Hours this week
          </Title>
          {hours.length === 0 && <Text c="dimmed">Nobody is on a shift this week.</Text>}
          {hours.length > 0 && (
            <Table aria-label="Hours this week">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Volunteer</Table.Th>
                  <Table.Th ta="end">Shifts</Table.Th>
                  <Table.Th ta="end">Time</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {hours.map(({ volunteerId, durationMs, shifts }) => (
                  <Table.Tr key={volunteerId}>
                    <Table.Td>{people.of(volunteerId).name}</Table.Td>
                    <Table.Td ta="end">{shifts}</Table.Td>
                    <Table.Td ta="end">{durationWords(durationMs / 60_000)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          {without.length > 0 && (
            <Text size="sm" c="dimmed">
              On no shift: {without.map(({ name }) => name).join(", ")}.
            </Text>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Stack gap="xs">
          <Title order={2} size="h4">
            More than one shift at once
          </Title>
          {twice.length === 0 && <Text c="dimmed">No shifts overlap this week.</Text>}
          <List size="sm" spacing={4}>
            {twice.map(({ startsAt, endsAt, shifts }) => (
              <List.Item key={startsAt}>
                {shortDateWords(dateIn(week.zone, startsAt))}, {timeIn(week.zone, startsAt)}–
                {timeIn(week.zone, endsAt)}
                {": "}
                {shifts
                  .flatMap((shift) => shift.people.map(({ volunteerId }) => people.of(volunteerId).name))
                  .join(", ")}
              </List.Item>
            ))}
          </List>
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
