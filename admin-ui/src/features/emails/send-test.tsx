// Sends the e-mail that says that e-mails work.
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { fieldProblems } from "../../data/field-problems.ts";
import { useSave } from "../../data/use-save.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { sendTest } from "./questions.ts";

export interface SendTestProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SendTest({ isOpen, onClose }: SendTestProps) {
  const navigate = useNavigate({ from: "/emails" });
  const [to, setTo] = useState("");
  const sending = useSave({
    save: () => sendTest(to.trim()),
    touches: ["emails"],
    onSaved: ({ id }) => navigate({ search: { open: id } }),
    isQuiet: true,
  });
  const wrong = fieldProblems(sending.error)("to");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Send a test e-mail" centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="To"
            type="email"
            value={to}
            onChange={({ currentTarget: { value } }) => setTo(value)}
            error={wrong}
            required
            data-autofocus
          />
          {sending.error !== null && wrong === undefined && <ProblemNote problem={sending.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={sending.isPending} disabled={to.trim() === ""}>
              Send
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
