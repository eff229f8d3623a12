// Somebody joins the staff.
import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import type { Role } from "../../../data/use-session.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useSetup } from "../questions.ts";
import { RoleField } from "./role-field.tsx";

export interface InviteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function Invite({ isOpen, onClose }: InviteProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Invite somebody">
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: Pick<InviteProps, "onClose">) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.staff.$post({ json: { name, email: email.trim(), role } })),
    touches: ["staff", "settings"],
    said: ({ email: to }) => `An invitation is on its way to ${to}.`,
    isQuiet: true,
    onSaved: onClose,
  });
  const problemAt = fieldProblems(error);
  const mailing = useSetup().data?.steps.find(({ id }) => id === "email");
  const isPlaced = problemAt("name") !== undefined || problemAt("email") !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Stack>
        {mailing?.state === "missing" && (
          <Alert color="orange" title="E-mail is not set up">
            They get no invitation, and cannot sign in by a link: set e-mail up first, or give them a token.
          </Alert>
        )}
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={problemAt("name")}
        />
        <TextInput
          label="E-mail"
          type="email"
          required
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={problemAt("email")}
        />
        <RoleField value={role} onChange={setRole} />
        {error !== null && !isPlaced && <ProblemNote problem={error} title="Nobody was invited" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Send the invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
