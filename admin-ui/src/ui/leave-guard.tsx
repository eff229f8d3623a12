// Asks before somebody leaves what they have not saved.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";

export interface LeaveGuardProps {
  readonly isDirty: boolean;
  /** Tried first: true when by now all is kept, and nobody has to be asked. */
  readonly keep?: () => Promise<boolean>;
  /** Whether an address is still this very form. */
  readonly isHere?: (pathname: string) => boolean;
}

/** Stands anywhere in a form; another address, and closing the tab, are asked about while it is dirty. */
export function LeaveGuard({ isDirty, keep, isHere }: LeaveGuardProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ next }) => {
      if (!isDirty || isHere?.(next.pathname) === true) return false;
      return keep === undefined || !(await keep());
    },
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === "blocked"} onClose={() => reset?.()} title="Leave without saving?" centered>
      <Stack>
        <Text size="sm">What you changed here is not saved yet.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => reset?.()} data-autofocus>
            Stay
          </Button>
          <Button color="red" onClick={() => proceed?.()}>
            Leave it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
