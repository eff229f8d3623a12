// Before changes are left behind: save them, keep them in this tab, or stay.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { DraftState } from "./use-draft.ts";

export function LeaveQuestion({ state }: { readonly state: DraftState }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => state.isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => state.isChanged,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  const saveAndLeave = async () => {
    if ((await state.save()) === null) blocker.reset();
    else blocker.proceed();
  };
  return (
    <Modal opened onClose={blocker.reset} title="Leave without saving?">
      <Stack>
        <Text size="sm">
          Your changes are not saved yet. If you leave, this browser tab keeps them until you come back.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset}>
            Stay
          </Button>
          <Button variant="default" onClick={blocker.proceed}>
            Leave
          </Button>
          <Button onClick={() => void saveAndLeave()} loading={state.isSaving}>
            Save and leave
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
