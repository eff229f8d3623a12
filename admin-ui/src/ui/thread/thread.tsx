// What was said with a person and what happened, oldest first, by days; it stays at its end while news arrives.
import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { useActorName } from "../../data/actors.ts";
import { useLines } from "../../data/choices.ts";
import type { TimelineEntry } from "../../data/timeline.ts";
import { useTimeline } from "../../data/timeline.ts";
import { ProblemNote } from "../problem-note.tsx";
import { Bubble } from "./bubble.tsx";
import { toRows } from "./entries.ts";
import { Note } from "./note.tsx";
import "./thread.css";

const dayWords = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export interface ThreadProps {
  readonly contactId: string;
  /** Who it is with, for those who do not see it. */
  readonly label: string;
  /** Where they live by another clock, their time stands beside ours. */
  readonly zone: string | null;
}

export function Thread({ contactId, label, zone }: ThreadProps) {
  const pages = useTimeline(contactId);
  const nameOf = useActorName();
  const { data: lines = [] } = useLines();
  const rows = useMemo(() => toRows(pages.rows), [pages.rows]);
  const isOnSeveralLines = useMemo(() => countLines(pages.rows) > 1, [pages.rows]);
  const lineName = (id: string | null) =>
    isOnSeveralLines ? (lines.find((line) => line.id === id)?.name ?? null) : null;
  return (
    <section className="thread" aria-label={`Everything with ${label}`} tabIndex={0}>
      <div>
        {pages.isWaiting && <Waiting />}
        {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.retry} />}
        {pages.hasMore && (
          <Button
            variant="subtle"
            size="compact-sm"
            fullWidth
            loading={pages.isReadingMore}
            onClick={() => void pages.readMore()}
          >
            Show what came before
          </Button>
        )}
        {!pages.isWaiting && pages.problem === null && rows.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            Nothing was said yet.
          </Text>
        )}
        <ol aria-label={`Messages with ${label}`} aria-live="polite" aria-relevant="additions">
          {rows.map((row) => (
            <li key={row.key}>
              {row.kind === "day" ? (
                <p className="thread-day">
                  <time dateTime={row.at}>{dayWords.format(new Date(row.at))}</time>
                </p>
              ) : row.entry.kind === "message" ? (
                <Bubble message={row.entry} nameOf={nameOf} line={lineName(row.entry.lineId)} zone={zone} />
              ) : (
                <Note note={row.entry} nameOf={nameOf} />
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function countLines(entries: readonly TimelineEntry[]): number {
  return new Set(entries.flatMap((entry) => (entry.kind === "message" ? [entry.lineId] : []))).size;
}

function Waiting() {
  return (
    <Stack aria-hidden p="md">
      <Skeleton h={44} w="55%" />
      <Skeleton h={44} w="45%" ml="auto" />
      <Skeleton h={44} w="60%" />
    </Stack>
  );
}
