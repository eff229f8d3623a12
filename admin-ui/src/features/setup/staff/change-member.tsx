// Another name or another role for a member of staff; it holds from their next click on.
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { orLookAgain } from "../../../data/or-look-again.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { OvertakenNote } from "../../../ui/overtaken-note.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { RoleField } from "./role-field.tsx";
import type { Member } from "./staff-page.tsx";

export interface ChangeMemberProps {
  readonly member: Member;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ChangeMember({ member, isOpen, onClose }: ChangeMemberProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Change ${member.name}`}>
      <Form member={member} onClose={onClose} />
    </Modal>
  );
}

function Form({ member, onClose }: Omit<ChangeMemberProps, "isOpen">) {
  // What was there when it was opened, whatever arrives meanwhile.
  const [seen] = useState(member);
  const [name, setName] = useState(seen.name);
  const [role, setRole] = useState(seen.role);
  const { mutate, isPending, error } = useSave({
    save: (over: string) =>
      orLookAgain(
        ask(
          api.v1.staff[":id"].$patch({
            param: { id: seen.id },
            query: { over },
            json: { ...(name !== seen.name && { name }), ...(role !== seen.role && { role }) },
          }),
        ),
        ["staff"],
      ),
    touches: ["staff", "session"],
    said: "Changed.",
    isQuiet: true,
    onSaved: onClose,
  });
  const isOvertaken =
    error !== null && toProblem(error).code === "conflict" && member.changedAt !== seen.changedAt;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate(seen.changedAt);
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <RoleField value={role} onChange={setRole} />
        {isOvertaken && (
          <OvertakenNote
            what="this person"
            onTakeTheirs={onClose}
            onKeepMine={() => mutate(member.changedAt)}
          />
        )}
        {error !== null && !isOvertaken && <ProblemNote problem={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
