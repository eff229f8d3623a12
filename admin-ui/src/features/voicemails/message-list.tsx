// Messages in the order they were left, more of them on demand.
import { Button, Group, Skeleton, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { usePages } from "../../data/use-pages.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Message } from "./message.tsx";
import { readVoicemails } from "./questions.ts";

const SKELETON_PX = 180;

export interface MessageListProps {
  readonly title: string;
  readonly group: string | undefined;
  readonly isHeard: boolean;
  readonly empty: ReactNode;
}

export function MessageList({ title, group, isHeard, empty }: MessageListProps) {
  const pages = usePages(["voicemails", { isHeard, group }], (cursor) =>
    readVoicemails({ group, isHeard }, cursor),
  );
  return (
    <Stack component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {pages.isWaiting && <Skeleton h={SKELETON_PX} />}
      {pages.problem !== null && pages.rows.length === 0 && (
        <ProblemNote problem={pages.problem} retry={pages.retry} />
      )}
      {!pages.isWaiting && pages.problem === null && pages.rows.length === 0 && empty}
      {pages.rows.map((voicemail) => (
        <Message key={voicemail.id} voicemail={voicemail} />
      ))}
      {pages.hasMore && (
        <Group justify="center">
          <Button variant="default" onClick={() => void pages.readMore()} loading={pages.isReadingMore}>
            Show more
          </Button>
        </Group>
      )}
    </Stack>
  );
}
