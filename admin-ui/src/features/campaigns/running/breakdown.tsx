// Where everybody is: one bar, and its parts in words.
import { Group, Progress, Stack, Text, Title } from "@mantine/core";
import type { Figures } from "../questions.ts";
import { inNumbers, percent } from "../words.ts";

interface Part {
  readonly label: string;
  readonly count: number;
  readonly color: string;
}

export function Breakdown({ figures }: { readonly figures: Figures }) {
  const parts = partsOf(figures).filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Delivery
      </Title>
      <Progress.Root size="xl" aria-hidden>
        {parts.map(({ label, count, color }) => (
          <Progress.Section key={label} value={(count / figures.planned) * 100} color={color} />
        ))}
      </Progress.Root>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {parts.map(({ label, count, color }) => (
          <Group key={label} component="li" gap="xs" wrap="nowrap">
            <span
              aria-hidden
              style={{
                width: 12,
                height: 12,
                borderRadius: 3,
                background: `var(--mantine-color-${color}-filled)`,
              }}
            />
            <Text size="sm" flex={1}>
              {label}
            </Text>
            <Text size="sm" ta="end">
              {inNumbers(count)}
            </Text>
            <Text size="sm" c="dimmed" ta="end" w={44}>
              {percent(count, figures.planned)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}

/** Each person in exactly one part. */
function partsOf({
  sent,
  delivered,
  read,
  waiting,
  putOff,
  failed,
  unknown,
  refused,
  canceled,
}: Figures): Part[] {
  return [
    { label: "Read", count: read, color: "teal" },
    { label: "Delivered", count: delivered - read, color: "green" },
    { label: "Sent, not confirmed yet", count: sent - delivered, color: "cyan" },
    { label: "Waits for its turn", count: waiting - putOff, color: "gray" },
    { label: "Waits for a later time", count: putOff, color: "indigo" },
    { label: "Failed", count: failed, color: "red" },
    { label: "Nobody can tell", count: unknown, color: "orange" },
    { label: "Held back at the last moment", count: refused, color: "yellow" },
    { label: "Ended before their turn", count: canceled, color: "dark" },
  ];
}
