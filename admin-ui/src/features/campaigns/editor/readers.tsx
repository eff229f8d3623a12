// What three of them would read, word for word.
import { Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../../../ui/links.tsx";
import { previewQuery } from "../questions.ts";
import { segments } from "../words.ts";
import type { Draft } from "./draft.ts";

export interface ReadersProps {
  readonly id: string;
  readonly revision: number;
  readonly draft: Draft;
}

export function Readers({ id, revision, draft }: ReadersProps) {
  const { data, isPending, isError } = useQuery(previewQuery(id, revision));
  if (isError) return null;
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm" component="h3">
        What they would read
      </Text>
      {isPending && <Skeleton h={72} />}
      {data?.readers.length === 0 && (
        <Text size="sm" c="dimmed">
          {draft.variants.some(({ content }) => content.kind === "flow")
            ? "The flow begins with each of them."
            : "Nobody would read anything."}
        </Text>
      )}
      {data?.readers.map(({ contactId, variant, text, segments: count }) => (
        <Stack key={contactId} gap={2}>
          <Group justify="space-between" gap="xs">
            <AnchorLink size="sm" to="/contacts/$contactId" params={{ contactId }}>
              {data.data.find((person) => person.contactId === contactId)?.name ?? "Without a name"}
            </AnchorLink>
            <Text size="xs" c="dimmed">
              {draft.variants.length > 1 ? `${variant}, ` : ""}
              {segments(count)}
            </Text>
          </Group>
          <Paper bg="var(--mantine-color-default-hover)" px="sm" py={6} radius="md">
            <Text size="sm" className="wrap-anywhere" style={{ whiteSpace: "pre-wrap" }} dir="auto">
              {text}
            </Text>
          </Paper>
        </Stack>
      ))}
    </Stack>
  );
}
