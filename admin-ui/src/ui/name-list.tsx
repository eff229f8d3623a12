// A list is made by its name; who is on it is the caller's.
import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../data/api.ts";
import { fieldProblems } from "../data/field-problems.ts";
import { toProblem } from "../data/problem.ts";
import { useSave } from "../data/use-save.ts";

export interface NameListProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly proposed?: string;
  /** Puts people on the new list, before its page is shown. */
  readonly fill?: (listId: string) => Promise<unknown>;
}

export function NameList({ title, isOpen, onClose, proposed = "", fill }: NameListProps) {
  const navigate = useNavigate();
  const [name, setName] = useState(proposed);
  const { mutate, isPending, error } = useSave({
    save: async () => {
      const list = await ask(api.v1.segments.$post({ json: { name: name.trim(), kind: "list" } }));
      await fill?.(list.id);
      return list;
    },
    touches: ["segments"],
    isQuiet: true,
    onSaved: ({ id }) => navigate({ to: "/segments/$segmentId", params: { segmentId: id } }),
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <TextInput
          label="Name of the list"
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
