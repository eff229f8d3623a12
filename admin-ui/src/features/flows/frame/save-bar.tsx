// As long as something is not saved: says so at the foot of the page, wherever one has scrolled to.
import { Button, Group, Paper, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { DraftState } from "./use-draft.ts";

export function SaveBar({ state }: { readonly state: DraftState }) {
  const maySave = state.isChanged && !state.hasConflict;
  // Also while a field has the focus: that is where one is when something is to be saved.
  useHotkeys([["mod+S", () => void (maySave && state.save())]], []);
  if (!state.isChanged) return null;
  return (
    <Paper withBorder shadow="md" px="md" py="xs" className="save-bar">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {state.isHeldBack ? "You are offline: this is saved as soon as you are back" : "Unsaved changes"}
        </Text>
        <Button
          variant="default"
          onClick={() => void state.save()}
          loading={state.isSaving}
          disabled={!maySave}
          aria-keyshortcuts="Control+S"
        >
          Save
        </Button>
      </Group>
    </Paper>
  );
}
