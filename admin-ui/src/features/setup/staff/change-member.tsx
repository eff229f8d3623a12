// Another name or another role for a member of staff; it holds from their next click on.
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
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
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState(member.role);
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.staff[":id"].$patch({ param: { id: member.id }, json: { name, role } })),
    touches: ["staff", "session"],
    said: "Changed.",
    isQuiet: true,
    onSaved: onClose,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
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
        {error !== null && <ProblemNote problem={error} />}
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
