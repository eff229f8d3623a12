// How a flow starts: the words that start it on a line, and the line where it answers everything else.
import { ActionIcon, Stack, Table, Text } from "@mantine/core";
import { IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../../ui/links.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useLines, useTriggers } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";
import { NewTrigger } from "./new-trigger.tsx";

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
  if (lines.error !== null) return <ProblemNote problem={lines.error} retry={lines.refetch} />;
  const rows = triggers.data ?? [];
  const publicChat = lines.data?.find(({ channel, address }) => channel === "chat" && address === flow.slug);
  // A chat begins with the flow it is named after, whatever is written.
  const texted = lines.data?.filter(({ channel }) => channel !== "chat") ?? [];
  if (lines.data !== undefined && texted.length === 0 && publicChat === undefined)
    return <NoLine mayEdit={mayEdit} />;
  return (
    <Stack maw={720}>
      {triggers.data !== undefined && rows.length === 0 && publicChat === undefined && (
        <EmptyState icon={IconPlayerPlay} title="No word starts it yet">
          {mayEdit && "Choose a line and a word. Whoever texts that word begins this flow. "}
          Campaigns and staff can begin it without a word.
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
          It is not published yet: until then its words start nothing.{mayEdit && " Publish it above."}
        </Text>
      )}
      {mayEdit && texted.length > 0 && <NewTrigger flow={flow} lines={texted} />}
    </Stack>
  );
}

/** Words are texted to a line: the line comes first. */
function NoLine({ mayEdit }: Pick<StartTabProps, "mayEdit">) {
  return (
    <EmptyState
      icon={IconPlayerPlay}
      title="There is no line to write to yet"
      action={mayEdit && <ButtonLink to="/setup/lines/new">Add a line</ButtonLink>}
    >
      A line is a number, a WhatsApp sender or a web chat of yours. Once there is one, you choose here which
      word starts this flow on it.
    </EmptyState>
  );
}
