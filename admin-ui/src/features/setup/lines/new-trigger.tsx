// One word more that begins a flow.
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useFlows } from "../../../data/choices.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { LineFound } from "./line-page.tsx";
import type { Trigger } from "./starts.tsx";

export interface NewTriggerProps {
  readonly line: LineFound;
  readonly taken: readonly Trigger[];
}

export function NewTrigger(props: NewTriggerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Let a word start a flow</Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="What starts here">
        <Form {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Form({ line, taken, onClose }: NewTriggerProps & { readonly onClose: () => void }) {
  const [keyword, setKeyword] = useState("");
  const [flow, setFlow] = useState<string | null>(null);
  const { data: flows = [] } = useFlows();
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.triggers.$post({ json: { lineId: line.id, flow: flow ?? "", keyword } })),
    touches: ["lines", "flows"],
    said: "It starts from now on.",
    isQuiet: true,
    onSaved: onClose,
  });
  const problemAt = fieldProblems(error);
  const isPlaced = problemAt("keyword") !== undefined || problemAt("flow") !== undefined;
  const hasCatchAll = taken.some((trigger) => trigger.keyword === "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Stack>
        <TextInput
          label="First word"
          description={
            hasCatchAll
              ? "As people may write it; capitals do not matter."
              : "Left empty: whatever nothing else understands."
          }
          placeholder="JOIN"
          maxLength={60}
          required={hasCatchAll}
          data-autofocus
          value={keyword}
          onChange={({ currentTarget }) => setKeyword(currentTarget.value)}
          error={problemAt("keyword")}
        />
        <Select
          label="Begins"
          placeholder="A flow"
          data={flows.map(({ id, name }) => ({ value: id, label: name }))}
          value={flow}
          onChange={setFlow}
          searchable
          required
          error={problemAt("flow")}
        />
        {error !== null && !isPlaced && <ProblemNote problem={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={flow === null}>
            Let it start
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
