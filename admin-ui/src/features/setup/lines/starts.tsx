// What starts on a line: which first word begins which flow, with a link and a code that write the word for people.
import { Anchor, Button, Code, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useFlows } from "../../../data/choices.ts";
import type { Key } from "../../../data/queries.ts";
import { readAll } from "../../../data/read-all.ts";
import { useMay } from "../../../data/use-session.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../../ui/links.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useSetup } from "../questions.ts";
import { linkTo } from "./links.ts";
import type { LineFound } from "./line-page.tsx";
import { NewTrigger } from "./new-trigger.tsx";
import { RemoveTrigger } from "./remove-trigger.tsx";

const QrCode = lazy(() => import("./qr-code.tsx"));

const readTriggers = (line: string) =>
  readAll((query) => ask(api.v1.triggers.$get({ query: { ...query, line } })));
export type Trigger = Awaited<ReturnType<typeof readTriggers>>[number];

export default function Starts({ line }: { readonly line: LineFound }) {
  const mayEdit = useMay("editor") && line.archivedAt === null;
  const { data, error, refetch } = useQuery({
    queryKey: ["lines", line.id, "triggers"] satisfies Key,
    queryFn: () => readTriggers(line.id),
    enabled: line.channel !== "chat",
  });
  const { data: flows } = useFlows();
  if (line.channel === "chat") return <ChatStart line={line} />;
  if (error !== null) return <ProblemNote problem={error} retry={refetch} />;
  if (data === undefined) return null;
  const add = mayEdit && <NewTrigger line={line} taken={data} />;
  if (data.length === 0 && flows?.length === 0) {
    return (
      <EmptyState
        icon={IconPlayerPlay}
        title="Nothing starts here yet"
        action={
          mayEdit && (
            <ButtonLink to="/flows" search={{ new: true }}>
              Make a flow
            </ButtonLink>
          )
        }
      >
        A word begins a flow, and there is none yet. Until then what people write waits in the inbox.
      </EmptyState>
    );
  }
  if (data.length === 0) {
    return (
      <EmptyState icon={IconPlayerPlay} title="Nothing starts here yet" action={add}>
        Say which word begins which flow. Until then what people write waits in the inbox.
      </EmptyState>
    );
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Whoever writes the word begins the flow. Put the link or the code where people see it.
        </Text>
        {add}
      </Group>
      <Table aria-label="What starts here" className="cards-on-phone" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>First word</Table.Th>
            <Table.Th>Begins</Table.Th>
            <Table.Th>Link</Table.Th>
            {mayEdit && (
              <Table.Th>
                <span className="unseen">Remove</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data
            .toSorted((a, b) => a.keyword.localeCompare(b.keyword))
            .map((trigger) => (
              <Row key={trigger.id} line={line} trigger={trigger} mayEdit={mayEdit} />
            ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

interface RowProps {
  readonly line: LineFound;
  readonly trigger: Trigger;
  readonly mayEdit: boolean;
}

function Row({ line, trigger, mayEdit }: RowProps) {
  const { keyword, flowId, flowSlug } = trigger;
  const { data: flows = [] } = useFlows();
  const word = keyword.toUpperCase();
  return (
    <Table.Tr>
      <Table.Td data-label="First word">
        {keyword === "" ? <Text c="dimmed">Anything else</Text> : <Text fw={600}>{word}</Text>}
      </Table.Td>
      <Table.Td data-label="Begins">
        <AnchorLink to="/flows/$flowId" params={{ flowId }}>
          {flows.find(({ id }) => id === flowId)?.name ?? flowSlug}
        </AnchorLink>
      </Table.Td>
      <Table.Td data-label="Link">
        <StartLink line={line} word={word} name={flowSlug} />
      </Table.Td>
      {mayEdit && (
        <Table.Td>
          <RemoveTrigger trigger={trigger} word={word} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function ChatStart({ line }: { readonly line: LineFound }) {
  return (
    <Stack>
      <Text>Whoever opens this page talks to the flow. Link to it, or embed it in a page of yours.</Text>
      <StartLink line={line} word="" name={line.address} />
    </Stack>
  );
}

function StartLink({
  line,
  word,
  name,
}: {
  readonly line: LineFound;
  readonly word: string;
  readonly name: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const { data: setup } = useSetup();
  const link = setup === undefined ? undefined : linkTo(line, word, setup.publicUrl);
  if (link === undefined) return null;
  if (link === null) {
    return (
      <Text size="sm" c="dimmed">
        A messaging service has no one number to link to.
      </Text>
    );
  }
  const title = word === "" ? `Link to ${line.name}` : `${word} to ${line.address}`;
  return (
    <Group gap="sm">
      <Anchor href={link} size="sm" className="wrap-anywhere">
        {decodeURIComponent(link)}
      </Anchor>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setOpen(true)}
        aria-label={`QR code: ${title}`}
      >
        QR code
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={title} centered>
        <Stack align="center">
          <Suspense fallback={null}>
            <QrCode
              text={link}
              label={`QR code: ${title}`}
              name={`${name}-${word.toLowerCase() || "link"}`}
            />
          </Suspense>
          <Code className="wrap-anywhere">{link}</Code>
        </Stack>
      </Modal>
    </Group>
  );
}
