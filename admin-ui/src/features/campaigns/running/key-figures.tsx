// The figures one looks for first, large.
import { Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { When } from "../../../ui/when.tsx";
import type { Campaign, Figures } from "../questions.ts";
import { inNumbers, money, people, percent } from "../words.ts";

export interface KeyFiguresProps {
  readonly campaign: Campaign;
  readonly figures: Figures;
}

export function KeyFigures({ campaign, figures }: KeyFiguresProps) {
  const { planned, waiting, putOff, sent, delivered, failed, unknown, replied, optedOut, cost, waits } =
    figures;
  const out = planned - waiting;
  const share = planned === 0 ? 0 : (out / planned) * 100;
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Progress value={share} size="lg" aria-label="Handed over to the carrier" />
        <Text size="sm" c="dimmed" aria-live="polite">
          {figures.isFrozen || campaign.launchedAt === null ? (
            <>
              {inNumbers(out)} of {people(planned)} {waiting === 0 ? "done" : "so far"}
              {putOff > 0 && waits[0] !== undefined && `; ${inNumbers(putOff)} wait ${waits[0].words}`}
            </>
          ) : campaign.state === "scheduled" ? (
            <>
              Its audience is taken when it begins, <When at={campaign.launchedAt} />.
            </>
          ) : (
            `The audience is still being read: ${people(planned)} so far.`
          )}
        </Text>
      </Stack>
      <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} spacing="md">
        <Figure label="Planned" count={planned} />
        <Figure label="Sent" count={sent} of={planned} />
        <Figure label="Delivered" count={delivered} of={sent} />
        <Figure label="Failed" count={failed + unknown} of={planned} />
        <Figure label="Replied" count={replied} of={sent} />
        <Figure label="Said STOP" count={optedOut} of={sent} />
      </SimpleGrid>
      {cost !== null && (
        <Text size="sm" c="dimmed">
          {inNumbers(figures.segments)} segments, {money(cost)} so far.
        </Text>
      )}
    </Stack>
  );
}

function Figure({
  label,
  count,
  of,
}: {
  readonly label: string;
  readonly count: number;
  readonly of?: number;
}) {
  const share = of === undefined ? null : percent(count, of);
  return (
    <Stack gap={0} role="group" aria-label={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={26} fw={650} lh={1.25}>
        {inNumbers(count)}
      </Text>
      <Text size="xs" c="dimmed" mih={18}>
        {share !== null && count > 0 && share}
      </Text>
    </Stack>
  );
}
