// How far a campaign is, in one line of the list.
import { Progress, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Campaign } from "./questions.ts";
import { figuresQuery } from "./questions.ts";
import { inNumbers } from "./words.ts";

export interface ListProgressProps {
  readonly campaign: Pick<Campaign, "id" | "launchedAt" | "state">;
}

export function ListProgress({ campaign: { id, launchedAt, state } }: ListProgressProps) {
  // What is over is counted on its own page: fifty such counts would be read for one list.
  const isRunning = launchedAt !== null && (state === "sending" || state === "paused");
  const { data, isPending } = useQuery({ ...figuresQuery(id), enabled: isRunning });
  if (!isRunning) return <Text c="dimmed">–</Text>;
  if (isPending) return <Skeleton h={16} w={140} />;
  if (data === undefined) return null;
  const share = data.planned === 0 ? 0 : ((data.planned - data.waiting) / data.planned) * 100;
  return (
    <Stack gap={2} maw={220}>
      <Progress value={share} size="sm" aria-label="Handed over" />
      <Text size="xs" c="dimmed">
        {inNumbers(data.sent)} sent, {inNumbers(data.replied)} replied
        {data.failed > 0 && `, ${inNumbers(data.failed)} failed`}
      </Text>
    </Stack>
  );
}
