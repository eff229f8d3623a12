// What happened, day by day, on the funnel's own calendar.
import { Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { inNumbers } from "../words.ts";

/** Two weeks: what one looks back on. */
const DAYS_SHOWN = 14;
/** A day of the calendar: no clock may move it. */
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

export function Days({ id }: { readonly id: string }) {
  const { data, isPending } = useQuery({
    queryKey: ["funnels", id, "days"] satisfies Key,
    queryFn: () => ask(api.v1.funnels[":id"].days.$get({ param: { id }, query: {} })),
  });
  if (isPending) return <Skeleton h={120} />;
  const days = (data?.data ?? []).toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, DAYS_SHOWN);
  if (data === undefined || days.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Day by day
      </Title>
      <Table.ScrollContainer minWidth={0}>
        <Table aria-label="Day by day" className="cards-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day</Table.Th>
              <Table.Th ta="end">Asked</Table.Th>
              <Table.Th ta="end">Answered</Table.Th>
              <Table.Th ta="end">Said nothing</Table.Th>
              <Table.Th>Came to</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map(({ day, begun, causes, categories }) => (
              <Table.Tr key={day}>
                <Table.Td data-label="Day">{DAY.format(new Date(day))}</Table.Td>
                <Table.Td data-label="Asked" ta="end">
                  {inNumbers(begun)}
                </Table.Td>
                <Table.Td data-label="Answered" ta="end">
                  {inNumbers(causes.answer ?? 0)}
                </Table.Td>
                <Table.Td data-label="Said nothing" ta="end">
                  {inNumbers(causes.silence ?? 0)}
                </Table.Td>
                <Table.Td data-label="Came to">
                  <Text size="sm">
                    {Object.entries(categories)
                      .map(([name, count]) => `${name} ${inNumbers(count ?? 0)}`)
                      .join(", ") || "–"}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        Days by the clock of {data.zone.replaceAll("_", " ")}.
      </Text>
    </Stack>
  );
}
