// The stages in their order: how many are there, and what became of those who were asked.
import { Group, Progress, Stack, Text, Title } from "@mantine/core";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Counts, DropOff } from "../questions.ts";
import { inNumbers, percent, PHASE_WORDS } from "../words.ts";

export interface StagesProps {
  readonly id: string;
  readonly counts: Counts;
  readonly dropOff: DropOff;
}

type Figures = DropOff["data"][number];

export function Stages({ id, counts, dropOff }: StagesProps) {
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        Stages
      </Title>
      {dropOff.data.map((figures) => (
        <StageRow
          key={figures.stage}
          id={id}
          figures={figures}
          here={counts.stages.find(({ stage }) => stage === figures.stage)}
        />
      ))}
      <Text size="xs" c="dimmed">
        Lost: {dropOff.formula}
      </Text>
    </Stack>
  );
}

interface StageRowProps {
  readonly id: string;
  readonly figures: Figures;
  readonly here: Counts["stages"][number] | undefined;
}

function StageRow({ id, figures, here }: StageRowProps) {
  const parts = partsOf(figures);
  const phases = (["new", "waiting", "asked", "out"] as const).filter((phase) => (here?.[phase] ?? 0) > 0);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{figures.name}</Text>
        <Text size="sm" c="dimmed">
          {inNumbers(figures.begun)} asked
          {figures.dropOff !== null && `, ${percent(figures.dropOff)} lost`}
        </Text>
      </Group>
      {figures.begun > 0 && (
        <Progress.Root size="lg" aria-hidden>
          {parts.map(({ label, count, color }) => (
            <Progress.Section key={label} value={(count / figures.begun) * 100} color={color} />
          ))}
        </Progress.Root>
      )}
      {parts.length > 0 && (
        <Text size="sm" c="dimmed">
          {parts.map(({ label, count }) => `${inNumbers(count)} ${label}`).join(", ")}
        </Text>
      )}
      {phases.length > 0 && (
        <Group gap="md">
          {phases.map((phase) => (
            <AnchorLink
              key={phase}
              size="sm"
              to="/funnels/$funnelId"
              params={{ funnelId: id }}
              search={{ tab: "people", stage: figures.stage, phase }}
            >
              {inNumbers(here?.[phase] ?? 0)} {PHASE_WORDS[phase].toLowerCase()}
            </AnchorLink>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function partsOf({ answered, silent, failed, optedOut, other, open }: Figures) {
  return [
    { label: "answered", count: answered, color: "teal" },
    { label: "not answered yet", count: open, color: "gray" },
    { label: "said nothing", count: silent, color: "yellow" },
    { label: "not reached", count: failed, color: "red" },
    { label: "said STOP", count: optedOut, color: "orange" },
    { label: "left for another reason", count: other, color: "indigo" },
  ].filter(({ count }) => count > 0);
}
