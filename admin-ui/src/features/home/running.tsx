// Campaigns that are going out, and how far they are.
import { Badge, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { AnchorLink } from "../../ui/links.tsx";
import { useProgress, useRunning } from "./questions.ts";
import type { RunningCampaign } from "./questions.ts";

export function Running() {
  const { data = [] } = useRunning();
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="running">
      <Title order={2} size="h4" id="running" mb="sm">
        Going out now
      </Title>
      <Paper withBorder p="md">
        <Stack gap="md">
          {data.map((campaign) => (
            <One key={campaign.id} campaign={campaign} />
          ))}
        </Stack>
      </Paper>
    </section>
  );
}

function One({ campaign: { id, name, state } }: { readonly campaign: RunningCampaign }) {
  const { data } = useProgress(id);
  const planned = data?.planned ?? 0;
  const done = planned - (data?.waiting ?? 0);
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6}>
        <Group gap="xs">
          <AnchorLink to="/campaigns/$campaignId" params={{ campaignId: id }} fw={600} size="sm">
            {name}
          </AnchorLink>
          {state === "paused" && (
            <Badge size="sm" variant="light" color="yellow" tt="none">
              Paused
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" className="steady">
          {data === undefined ? " " : `${done.toLocaleString("en")} of ${planned.toLocaleString("en")}`}
        </Text>
      </Group>
      <Progress value={planned === 0 ? 0 : (done / planned) * 100} aria-label={`${name}: how far it is`} />
    </div>
  );
}
