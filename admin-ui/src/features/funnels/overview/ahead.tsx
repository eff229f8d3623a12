// What the next slots would begin with.
import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { When } from "../../../ui/when.tsx";
import type { Funnel } from "../questions.ts";
import { people } from "../words.ts";

const SHOWN = "5";

export function Ahead({ funnel: { id, state, config } }: { readonly funnel: Funnel }) {
  const isRunning = state === "running";
  const { data, isPending } = useQuery({
    queryKey: ["funnels", id, "ahead"] satisfies Key,
    queryFn: () => ask(api.v1.funnels[":id"].slots.ahead.$get({ param: { id }, query: { limit: SHOWN } })),
    enabled: isRunning,
  });
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Next slots
      </Title>
      {!isRunning && (
        <Text size="sm" c="dimmed">
          Nobody is asked while it is not running.
        </Text>
      )}
      {isRunning && isPending && <Skeleton h={80} />}
      {data?.data.map(({ at, people: count }) => (
        <Group key={at} justify="space-between" wrap="nowrap">
          <Text size="sm">
            <When at={at} zone={config.zone ?? null} />
          </Text>
          <Text size="sm">{people(count)}</Text>
        </Group>
      ))}
    </Stack>
  );
}
