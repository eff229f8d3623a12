// What can be done with one member of staff.
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconDoor, IconLockOpen, IconMailForward, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { orLookAgain } from "../../../data/or-look-again.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import { ChangeMember } from "./change-member.tsx";
import type { Member } from "./staff-page.tsx";

export function MemberMenu({ member }: { readonly member: Member }) {
  const { id, name, disabledAt, changedAt } = member;
  const [open, setOpen] = useState<"change" | "shut-out" | null>(null);
  // What was seen when it was asked whether they are to be shut out, whatever arrives meanwhile.
  const [seenAt, setSeenAt] = useState(changedAt);
  const close = () => setOpen(null);
  const again = useSave({
    save: () => ask(api.v1.staff[":id"].invite.$post({ param: { id } })),
    touches: ["staff"],
    said: `Another invitation is on its way to ${name}.`,
  });
  const turn = useSave({
    save: ({ disabled, over }: { readonly disabled: boolean; readonly over: string }) =>
      orLookAgain(ask(api.v1.staff[":id"].$patch({ param: { id }, query: { over }, json: { disabled } })), [
        "staff",
      ]),
    touches: ["staff", "settings"],
    said: ({ disabledAt: at }) =>
      at === null ? `${name} may sign in again.` : `${name} is signed out and stays out.`,
    onSaved: close,
  });
  const askToShutOut = () => {
    setSeenAt(changedAt);
    setOpen("shut-out");
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`What to do with ${name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setOpen("change")}>
            Change name or role
          </Menu.Item>
          {disabledAt === null ? (
            <>
              <Menu.Item leftSection={<IconMailForward size={16} />} onClick={() => again.mutate()}>
                Send the invitation again
              </Menu.Item>
              <Menu.Item leftSection={<IconDoor size={16} />} onClick={askToShutOut}>
                Shut out
              </Menu.Item>
            </>
          ) : (
            <Menu.Item
              leftSection={<IconLockOpen size={16} />}
              onClick={() => turn.mutate({ disabled: false, over: changedAt })}
            >
              Let in again
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ChangeMember member={member} isOpen={open === "change"} onClose={close} />
      <Confirm
        isOpen={open === "shut-out"}
        onClose={close}
        title={`Shut ${name} out?`}
        action="Shut out"
        isBusy={turn.isPending}
        // Said either way; whoever was refused looks at what is there now, and asks again.
        onConfirm={() => turn.mutate({ disabled: true, over: seenAt }, { onError: close })}
      >
        They are signed out at once, wherever they are. What they did stays in the audit log.
      </Confirm>
    </>
  );
}
