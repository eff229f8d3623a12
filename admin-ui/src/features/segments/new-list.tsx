// A list begins with a name; people are put on it afterwards.
import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { toProblem } from "../../data/problem.ts";
import { useSave } from "../../data/use-save.ts";

export interface NewListProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewList({ isOpen, onClose }: NewListProps) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.segments.$post({ json: { name: name.trim(), kind: "list" } })),
    touches: ["segments"],
    isQuiet: true,
    onSaved: ({ id }) => navigate({ to: "/segments/$segmentId", params: { segmentId: id } }),
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title="New list">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <TextInput
          label="Name"
          required
          maxLength={120}
          data-autofocus
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          error={error === null ? undefined : (fieldProblems(error)("name") ?? toProblem(error).message)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Make the list
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
