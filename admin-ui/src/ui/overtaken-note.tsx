// Two people changed one thing: the second to save is told, and says which is to stay.
import { Alert, Button, Group, Text } from "@mantine/core";

export interface OvertakenNoteProps {
  /** Such as "this draft". */
  readonly what: string;
  readonly onTakeTheirs: () => unknown;
  readonly onKeepMine: () => unknown;
}

export function OvertakenNote({ what, onTakeTheirs, onKeepMine }: OvertakenNoteProps) {
  return (
    <Alert color="yellow" title={`Somebody else changed ${what} meanwhile`} role="alert">
      <Text size="sm">Nothing of either is lost. Which one is to stay?</Text>
      <Group mt="sm" gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => void onTakeTheirs()}>
          Show theirs, and drop mine
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void onKeepMine()}>
          Keep mine instead
        </Button>
      </Group>
    </Alert>
  );
}
