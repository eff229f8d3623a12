// How a flow starts: the words that start it on a line, and the line where it answers everything else.
import { ActionIcon, Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useLines, useTriggers } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";

export interface StartTabProps {
  readonly flow: FlowWithDraft;
  readonly mayEdit: boolean;
}

export function StartTab({ flow, mayEdit }: StartTabProps) {
  const triggers = useTriggers(flow.id);
  const lines = useLines();
  const remove = useSave({
    save: (id: string) => ask(api.v1.triggers[":id"].$delete({ param: { id } })),
    touches: ["lines"],
  });
  const nameOf = (id: string) => lines.data?.find((line) => line.id === id)?.name ?? "A line";
  if (triggers.error !== null) return <ProblemNote problem={triggers.error} retry={triggers.refetch} />;
  const rows = triggers.data ?? [];
  const publicChat = lines.data?.find(({ channel, address }) => channel === "chat" && address === flow.slug);
  return (
    <Stack maw={720}>
      {triggers.data !== undefined && rows.length === 0 && (
        <EmptyState icon={IconPlayerPlay} title="No word starts it yet">
          Choose a line and a word. Whoever texts that word begins this flow; campaigns and staff can begin it
          without one.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table aria-label="Words that start this flow" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When somebody writes</Table.Th>
              <Table.Th>To</Table.Th>
              {mayEdit && (
                <Table.Th>
                  <span className="unseen">Remove</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, lineId, keyword }) => (
              <Table.Tr key={id}>
                <Table.Td>{keyword === "" ? "anything else" : keyword.toUpperCase()}</Table.Td>
                <Table.Td>
                  <AnchorLink to="/setup/lines/$lineId" params={{ lineId }} size="sm">
                    {nameOf(lineId)}
                  </AnchorLink>
                </Table.Td>
                {mayEdit && (
                  <Table.Td ta="end">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Remove ${keyword === "" ? "anything else" : keyword} on ${nameOf(lineId)}`}
                      onClick={() => remove.mutate(id)}
                      loading={remove.isPending && remove.variables === id}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {publicChat !== undefined && (
        <Text size="sm">
          The web chat “{publicChat.name}” begins with this flow, because its address is {flow.slug}.
        </Text>
      )}
      {flow.published === null && rows.length > 0 && (
        <Text size="sm" c="dimmed">
          It is not published yet: until then its words start nothing.
        </Text>
      )}
      {mayEdit && <NewTrigger flow={flow} />}
    </Stack>
  );
}

function NewTrigger({ flow }: { readonly flow: FlowWithDraft }) {
  const lines = useLines();
  const [lineId, setLineId] = useState<string | null>(null);
  const [keyword, setKeyword] = useState("");
  const add = useSave({
    save: (wanted: { lineId: string; keyword: string }) =>
      ask(api.v1.triggers.$post({ json: { ...wanted, flow: flow.id } })),
    touches: ["lines", "flows"],
    isQuiet: true,
    onSaved: () => setKeyword(""),
  });
  const problem = add.error === null ? undefined : toProblem(add.error).message;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (lineId !== null) add.mutate({ lineId, keyword });
      }}
    >
      <Group align="flex-start">
        <Select
          label="Line"
          placeholder="Choose a line"
          data={(lines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={lineId}
          onChange={setLineId}
          required
          flex={1}
          miw={180}
        />
        <TextInput
          label="Word"
          placeholder="SURVEY"
          description="Left empty, every text that no other word answers begins it."
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={keyword}
          onChange={({ currentTarget: { value } }) => setKeyword(value)}
          error={problem}
          maxLength={60}
          flex={1}
          miw={180}
        />
        <Button type="submit" variant="default" mt={25} loading={add.isPending} disabled={lineId === null}>
          Add
        </Button>
      </Group>
    </form>
  );
}
