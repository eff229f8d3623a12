// Who did what, and when.
import { Button, Skeleton, Stack, Text, Timeline } from "@mantine/core";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { When } from "../../../ui/when.tsx";
import type { Campaign } from "../questions.ts";
import { moveInWords } from "./moves.ts";

export function History({ campaign: { id, createdAt, createdBy } }: { readonly campaign: Campaign }) {
  const pages = usePages(["campaigns", id, "history"], (cursor) =>
    ask(
      api.v1.campaigns[":id"].history.$get({ param: { id }, query: cursor === undefined ? {} : { cursor } }),
    ),
  );
  if (pages.problem !== null && pages.rows.length === 0)
    return <ProblemNote problem={pages.problem} retry={pages.retry} />;
  if (pages.isWaiting) return <Skeleton h={160} />;
  return (
    <Stack>
      <Timeline bulletSize={16} lineWidth={2} active={-1}>
        {pages.rows.map(({ seq, state, at, by, reason }) => (
          <Timeline.Item key={seq} title={moveInWords(state, by)}>
            {reason !== null && <Text size="sm">{reason}</Text>}
            <Text size="sm" c="dimmed">
              <When at={at} />
            </Text>
          </Timeline.Item>
        ))}
        {!pages.hasMore && (
          <Timeline.Item title={`${createdBy} began the draft`}>
            <Text size="sm" c="dimmed">
              <When at={createdAt} />
            </Text>
          </Timeline.Item>
        )}
      </Timeline>
      {pages.hasMore && (
        <Button
          variant="default"
          onClick={() => void pages.readMore()}
          loading={pages.isReadingMore}
          w="fit-content"
        >
          Show more
        </Button>
      )}
    </Stack>
  );
}
