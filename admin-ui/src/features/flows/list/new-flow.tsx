// A new flow: a name is enough; or the JSON of one that exists elsewhere.
import { Alert, Button, Group, JsonInput, Modal, Stack, Tabs, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { readJson } from "../draft/read-json.ts";
import { slugOf } from "./slug-of.ts";

export interface NewFlowProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewFlow({ isOpen, onClose }: NewFlowProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="New flow" size="lg">
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: Pick<NewFlowProps, "onClose">) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [way, setWay] = useState<string | null>("empty");
  const [json, setJson] = useState("");
  const slug = ownSlug ?? slugOf(name);
  const pasted = readJson(json);
  const create = useSave({
    save: () =>
      ask(
        api.v1.flows.$post({
          json: { name, slug, ...(way === "json" && pasted.kind === "object" && { draft: pasted.object }) },
        }),
      ),
    touches: ["flows"],
    isQuiet: true,
    onSaved: ({ id }) => navigate({ to: "/flows/$flowId", params: { flowId: id } }),
  });
  const problem = create.error === null ? null : toProblem(create.error);
  const isSlugTaken = problem?.code === "conflict";
  const isReady = name.trim() !== "" && slug !== "" && (way === "empty" || pasted.kind === "object");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) create.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          description="For you and your colleagues. People who are asked do not see it."
          placeholder="How was your visit?"
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          maxLength={120}
          required
          data-autofocus
        />
        <TextInput
          label="Short name"
          description="Stands in addresses and exports, and stays as it is."
          value={slug}
          onChange={({ currentTarget: { value } }) => setOwnSlug(value)}
          error={isSlugTaken ? problem.message : undefined}
          maxLength={60}
          required
        />
        <Tabs value={way} onChange={setWay} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="empty">Begin empty</Tabs.Tab>
            <Tabs.Tab value="json">Paste JSON</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="json" pt="md">
            <JsonInput
              label="JSON of a flow"
              description="As it was copied from the JSON tab of a flow, here or elsewhere."
              value={json}
              onChange={setJson}
              error={json !== "" && pasted.kind === "problem" ? pasted.message : undefined}
              autosize
              minRows={6}
              maxRows={16}
            />
          </Tabs.Panel>
        </Tabs>
        {problem !== null && !isSlugTaken && <ProblemNote problem={problem} />}
        {pasted.kind === "problem" && way === "json" && json === "" && (
          <Alert variant="light">Paste the flow, then create it: nothing is published by this.</Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!isReady}>
            Create flow
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
