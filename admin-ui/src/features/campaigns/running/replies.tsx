// Who wrote back, and what they wrote first; one click away from the conversation.
import { Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { PersonName } from "../../../ui/person-name.tsx";
import { When } from "../../../ui/when.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Campaign } from "../questions.ts";

export interface RepliesProps {
  readonly campaign: Campaign;
}

/** What stands beside the figures; more on demand. */
const SHOWN = "8";

export function Replies({ campaign: { id, config } }: RepliesProps) {
  const flow = config.variants.find(({ content }) => content.kind === "flow")?.content;
  const pages = usePages(["campaigns", id, "replies"], (cursor) =>
    ask(
      api.v1.campaigns[":id"].replies.$get({
        param: { id },
        query: { limit: SHOWN, ...(cursor !== undefined && { cursor }) },
      }),
    ),
  );
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Replies
        </Title>
        {flow?.kind === "flow" && (
          <AnchorLink size="sm" to="/flows/$flowId/responses" params={{ flowId: flow.flow }}>
            All answers
          </AnchorLink>
        )}
      </Group>
      {pages.isWaiting && <Skeleton h={120} />}
      {pages.problem !== null && pages.rows.length === 0 && (
        <ProblemNote problem={pages.problem} retry={pages.retry} />
      )}
      {!pages.isWaiting && pages.problem === null && pages.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody has written back yet. Replies appear here as they come.
        </Text>
      )}
      {pages.rows.map(({ messageId, contact, text, at, variant }) => (
        <Stack key={messageId} gap={4}>
          <Group justify="space-between" gap="xs" align="baseline" wrap="nowrap">
            <PersonName person={contact} />
            <Text size="xs" c="dimmed" ta="end">
              {config.variants.length > 1 && variant !== null && `${variant}, `}
              <When at={at} />
            </Text>
          </Group>
          <Paper bg="var(--mantine-color-default-hover)" px="sm" py={6} radius="md">
            <Text size="sm" className="wrap-anywhere" style={{ whiteSpace: "pre-wrap" }} dir="auto">
              {text}
            </Text>
          </Paper>
        </Stack>
      ))}
      {pages.hasMore && (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          loading={pages.isReadingMore}
          onClick={() => void pages.readMore()}
        >
          Show more
        </Button>
      )}
    </Stack>
  );
}
