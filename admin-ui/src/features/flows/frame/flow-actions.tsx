// What is done with a flow as a whole: save, publish, rename, put away.
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArchive, IconDots, IconPencil } from "@tabler/icons-react";
import type { Found } from "../draft/place-problem.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import type { FlowWithDraft } from "../questions.ts";
import { ArchiveFlow } from "./archive-flow.tsx";
import { PublishFlow } from "./publish-flow.tsx";
import { RenameFlow } from "./rename-flow.tsx";
import type { DraftState } from "./use-draft.ts";

export interface FlowActionsProps {
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly read: ReadDraft;
  readonly problems: readonly Found[];
}

export function FlowActions({ flow, state, read, problems }: FlowActionsProps) {
  const [isPublishing, publishing] = useDisclosure();
  const [isRenaming, renaming] = useDisclosure();
  const [isArchiving, archiving] = useDisclosure();
  const mayRenameNow = !state.hasConflict;
  return (
    <>
      <Button onClick={publishing.open} disabled={state.hasConflict}>
        Publish
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More for this flow">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={renaming.open}
            disabled={!mayRenameNow}
          >
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={archiving.open}>
            Put away…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PublishFlow
        isOpen={isPublishing}
        onClose={publishing.close}
        flow={flow}
        state={state}
        read={read}
        problems={problems}
      />
      <RenameFlow isOpen={isRenaming} onClose={renaming.close} flow={flow} state={state} />
      <ArchiveFlow isOpen={isArchiving} onClose={archiving.close} flow={flow} />
    </>
  );
}
