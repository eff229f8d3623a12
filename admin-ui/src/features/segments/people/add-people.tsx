// Put on a list: one person, everybody of a segment as it holds now, or everybody of an import.
import { Button, Group, Modal, Select, Stack, Tabs } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useImports, useSegments } from "../../../data/choices.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { Segment } from "../questions.ts";
import { FindPerson } from "../../../ui/find-person.tsx";

export interface AddPeopleProps {
  readonly segment: Segment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Whom = { contacts: string[] } | { segment: string } | { import: string };

export function AddPeople({ segment, isOpen, onClose }: AddPeopleProps) {
  const [from, setFrom] = useState<string | null>(null);
  const segments = (useSegments().data ?? []).filter(({ id }) => id !== segment.id);
  const imports = (useImports().data ?? []).filter(({ state }) => state === "imported");
  const { mutate, isPending, error } = useSave({
    save: (whom: Whom) =>
      ask(api.v1.segments[":id"].members.$post({ param: { id: segment.id }, json: whom })),
    touches: ["segments"],
    said: ({ count }) => `${count.toLocaleString("en-GB")} on the list now.`,
    isQuiet: true,
  });
  const addAll = (whom: (chosen: string) => Whom) => (
    <Group justify="flex-end">
      <Button
        disabled={from === null}
        loading={isPending}
        onClick={() => {
          if (from !== null) mutate(whom(from), { onSuccess: onClose });
        }}
      >
        Put them on the list
      </Button>
    </Group>
  );
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Put people on “${segment.name}”`}>
      <Tabs defaultValue="one" onChange={() => setFrom(null)} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="one">One by one</Tabs.Tab>
          <Tabs.Tab value="segment">A segment</Tabs.Tab>
          <Tabs.Tab value="import">An import</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="one">
          <FindPerson verb="Put on" onChoose={(id) => mutate({ contacts: [id] })} />
        </Tabs.Panel>
        <Tabs.Panel value="segment">
          <Stack>
            <Select
              label="Segment"
              description="Whoever is in it at this moment; who joins it later is not."
              data={segments.map(({ id, name }) => ({ value: id, label: name }))}
              value={from}
              onChange={setFrom}
              searchable
            />
            {addAll((chosen) => ({ segment: chosen }))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="import">
          <Stack>
            <Select
              label="Import"
              description="Everybody the file named and who was not rejected."
              data={imports.map(({ id, fileName, createdAt }) => ({
                value: id,
                label: `${fileName}, ${createdAt.slice(0, 10)}`,
              }))}
              value={from}
              onChange={setFrom}
              searchable
            />
            {addAll((chosen) => ({ import: chosen }))}
          </Stack>
        </Tabs.Panel>
      </Tabs>
      {error !== null && <ProblemNote problem={error} />}
    </Modal>
  );
}
