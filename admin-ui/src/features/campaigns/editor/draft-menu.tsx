// What is rarely done with a draft: another like it, or put it away.
import { ActionIcon, Menu } from "@mantine/core";
import { IconArchive, IconCopy, IconDots } from "@tabler/icons-react";
import { useArchive, useDuplicate } from "../use-copies.ts";

export function DraftMenu({ id }: { readonly id: string }) {
  const duplicate = useDuplicate(id);
  const archive = useArchive(id);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label="More to do with this draft">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate()}>
          Make another like it
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => archive.mutate()}>
          Put it away
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
