// A new helpline: the least it needs; everything else is set on its page.
import { Button, Group as Row, Modal, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { useSave } from "../../data/use-save.ts";
import { useSession } from "../../data/use-session.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ZoneField } from "./zone-field.tsx";

export interface NewGroupProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewGroup({ isOpen, onClose }: NewGroupProps) {
  const navigate = useNavigate();
  const [form, setForm] = useState({ name: "", number: "", zone: useSession().data?.zone ?? "UTC" });
  const create = useSave({
    save: (json: typeof form) => ask(api.v1.helplines.$post({ json })),
    touches: ["helplines"],
    said: "The group is there. Add its volunteers next.",
    isQuiet: true,
    onSaved: ({ id }) =>
      navigate({ to: "/groups/$groupId", params: { groupId: id }, search: { tab: "volunteers" } }),
  });
  const problemAt = fieldProblems(create.error);
  return (
    <Modal opened={isOpen} onClose={onClose} title="New group" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ ...form, number: form.number.replaceAll(/[\s().-]/g, "") });
        }}
      >
        <Stack>
          {create.isError && <ProblemNote problem={create.error} />}
          <TextInput
            label="Name"
            required
            data-autofocus
            maxLength={80}
            value={form.name}
            error={problemAt("name")}
            onChange={({ currentTarget }) => setForm({ ...form, name: currentTarget.value })}
          />
          <TextInput
            type="tel"
            label="Number"
            description="The one people call, with its country: +44 117 496 0200"
            required
            value={form.number}
            error={problemAt("number")}
            onChange={({ currentTarget }) => setForm({ ...form, number: currentTarget.value })}
          />
          <ZoneField
            value={form.zone}
            error={problemAt("zone")}
            onChange={(zone) => setForm({ ...form, zone })}
          />
          <Row justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={create.isPending}>
              Add the group
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
