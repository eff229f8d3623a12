// The list of the inbox; the arrow keys go up and down in it.
import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useActorName } from "../../data/actors.ts";
import { useLines } from "../../data/choices.ts";
import { callPerson } from "../../data/person.ts";
import { span } from "../../data/span.ts";
import { useNow } from "../../data/use-now.ts";
import type { Pages } from "../../data/use-pages.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { keyOf } from "../../data/conversation-key.ts";
import { whyWaiting } from "../../data/waiting.ts";
import type { WaitingConversation } from "../../data/waiting.ts";

export interface WaitingListProps {
  readonly pages: Pages<WaitingConversation>;
  /** The key of the one that is open. */
  readonly open: string | undefined;
}

export function WaitingList({ pages, open }: WaitingListProps) {
  const now = useNow();
  const { data: lines = [] } = useLines();
  if (pages.isWaiting)
    return (
      <Stack aria-hidden gap="xs" p="xs">
        {["a", "b", "c", "d"].map((each) => (
          <Skeleton key={each} h={68} />
        ))}
      </Stack>
    );
  return (
    <>
      <ul aria-label="Who waits" onKeyDown={goUpAndDown}>
        {pages.rows.map((row) => {
          const key = keyOf({ addressId: row.contact.addressId, lineId: row.lineId });
          const line = lines.find(({ id }) => id === row.lineId);
          return (
            <li key={key} data-open={key === open}>
              <Waiting row={row} place={key} isOpen={key === open} line={line?.name ?? null} now={now} />
            </li>
          );
        })}
      </ul>
      {pages.hasMore && (
        <Button
          variant="subtle"
          fullWidth
          onClick={() => void pages.readMore()}
          loading={pages.isReadingMore}
        >
          Show more
        </Button>
      )}
    </>
  );
}

interface WaitingProps {
  readonly row: WaitingConversation;
  readonly place: string;
  readonly isOpen: boolean;
  readonly line: string | null;
  readonly now: number;
}

function Waiting({ row, place, isOpen, line, now }: WaitingProps) {
  const nameOf = useActorName();
  const { contact, words, about, waitingSince, assignee } = row;
  const why = whyWaiting(row);
  return (
    <AnchorLink
      to="/inbox"
      search={(before) => ({ ...before, conversation: place })}
      underline="never"
      c="inherit"
      className="inbox-row"
      aria-current={isOpen ? "true" : undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={600} size="sm" truncate dir="auto">
          {callPerson(contact)}
        </Text>
        <Text size="xs" c="dimmed" className="inbox-since">
          {waitingSince === null ? why === null && "answered" : span(now - Date.parse(waitingSince))}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" truncate dir="auto">
        {words ?? about ?? "A picture"}
      </Text>
      <Group gap={6} mt={4}>
        {why !== null && (
          <Badge size="sm" variant="light" tt="none" fw={500}>
            {why}
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {[line, assignee === null ? null : assignee.isMe ? "with you" : `with ${nameOf(assignee.id)}`]
            .filter((part) => part !== null)
            .join(" · ")}
        </Text>
      </Group>
    </AnchorLink>
  );
}

function goUpAndDown(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
