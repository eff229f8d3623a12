// What becomes of a shift that is carried by keyboard, said as it moves.
import { Button, Group, Text } from "@mantine/core";
import type { Draft } from "./draft.ts";
import { timesOf } from "./draft.ts";
import type { Marked } from "./marks.ts";
import type { Held } from "./use-keys.ts";
import { dateWords } from "./words.ts";

export interface HeldBarProps {
  readonly held: Held | null;
  readonly onKeep: (of: Marked, draft: Draft) => void;
  readonly onLetGo: () => void;
}

export function HeldBar({ held, onKeep, onLetGo }: HeldBarProps) {
  const times = held === null ? null : timesOf(held.draft);
  return (
    <Group gap="sm" aria-live="polite" className="rota-held">
      {held !== null && times !== null && (
        <>
          <Text size="sm">
            {dateWords(times.date)}, {times.from} to {times.to}. Enter keeps it, Escape leaves it where it
            was.
          </Text>
          <Button size="compact-sm" onClick={() => onKeep(held.of, held.draft)}>
            Keep
          </Button>
          <Button size="compact-sm" variant="default" onClick={onLetGo}>
            Leave it
          </Button>
        </>
      )}
    </Group>
  );
}
