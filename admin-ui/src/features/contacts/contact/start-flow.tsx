// Beginning a flow with one person, on a line and at a number of theirs.
import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useFlows, useLines } from "../../../data/choices.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { Contact } from "./questions.ts";

export function StartFlow({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const { data: flows = [] } = useFlows();
  const { data: lines = [] } = useLines();
  const numbers = contact.addresses.flatMap(({ kind, address }) =>
    kind === "phone" && address !== null ? [address] : [],
  );
  const usable = lines.filter(({ channel }) => channel !== "chat");
  const published = flows.filter(({ published: version }) => version !== null);
  const [flow, setFlow] = useState<string | null>(null);
  const [line, setLine] = useState<string | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const lineId = line ?? usable[0]?.id ?? null;
  const to = number ?? numbers[0] ?? null;
  const { mutate, isPending, error } = useSave({
    save: ({ id, ...json }: { id: string; lineId: string; to: string }) =>
      ask(api.v1.flows[":id"].start.$post({ param: { id }, json }, { headers: { "idempotency-key": key } })),
    touches: ["conversations", "responses", "messages"],
    said: (begun) => (begun.kind === "waits" ? "It begins when the line opens for them." : "It has begun."),
    isQuiet: true,
    onSaved: onDone,
  });
  if (to === null)
    return <Text size="sm">They have no phone number: a visitor of the web chat begins by themselves.</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (flow !== null && lineId !== null) mutate({ id: flow, lineId, to });
      }}
    >
      <Stack>
        <Select
          label="Flow"
          data={published.map(({ id, name }) => ({ value: id, label: name }))}
          value={flow}
          onChange={setFlow}
          searchable
          data-autofocus
          nothingFoundMessage="No published flow is called that."
        />
        <Select
          label="Line"
          data={usable.map(({ id, name }) => ({ value: id, label: name }))}
          value={lineId}
          onChange={setLine}
          allowDeselect={false}
        />
        {numbers.length > 1 && (
          <Select label="Number" data={numbers} value={to} onChange={setNumber} allowDeselect={false} />
        )}
        {error !== null && <ProblemNote problem={error} title="The flow has not begun" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={flow === null || lineId === null}>
            Begin
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
