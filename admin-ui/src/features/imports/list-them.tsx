// Everybody of an import on a list, to write to them.
import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { toProblem } from "../../data/problem.ts";
import { useSave } from "../../data/use-save.ts";
import type { Import } from "./questions.ts";

export function ListThem({ record }: { readonly record: Import }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [name, setName] = useState(record.fileName.replace(/\.[a-z]+$/i, ""));
  const navigate = useNavigate();
  const { mutate, isPending, error } = useSave({
    save: async () => {
      const list = await ask(api.v1.segments.$post({ json: { name: name.trim(), kind: "list" } }));
      await ask(
        api.v1.segments[":id"].members.$post({ param: { id: list.id }, json: { import: record.id } }),
      );
      return list;
    },
    touches: ["segments"],
    isQuiet: true,
    onSaved: ({ id }) => navigate({ to: "/segments/$segmentId", params: { segmentId: id } }),
  });
  return (
    <>
      <Button onClick={open}>Put them on a list</Button>
      <Modal opened={isOpen} onClose={close} title="Put everybody of this file on a list">
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
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Make the list
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
