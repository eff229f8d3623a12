// The account's numbers, where each points, and pointing it here in one go.
import { Badge, Button, Group, Skeleton, Stack, Table, Text } from "@mantine/core";
import { IconHash } from "@tabler/icons-react";
import { useLines } from "../../../data/choices.ts";
import { useGroups } from "../../../data/helplines.ts";
import { useMay } from "../../../data/use-session.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink, BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { OnlyFor } from "../../../ui/only-for.tsx";
import { useNumbers } from "../questions.ts";
import type { AccountNumber } from "../questions.ts";
import { PointHere } from "./point-here.tsx";
import { Webhooks } from "./webhooks.tsx";

export function NumbersPage() {
  return (
    <OnlyFor role="editor" title="Numbers" back={<BackLink to="/setup">Setup</BackLink>}>
      <NumbersOfAccount />
    </OnlyFor>
  );
}

function NumbersOfAccount() {
  const { data, error, isPending, isFetching, refetch } = useNumbers();
  return (
    <Page
      title="Numbers"
      lead="The numbers of your Twilio account, and where Twilio sends their texts and calls."
      back={<BackLink to="/setup">Setup</BackLink>}
      actions={
        <Button variant="default" loading={isFetching && !isPending} onClick={() => void refetch()}>
          Ask Twilio again
        </Button>
      }
    >
      {isPending && (
        <Stack aria-hidden>
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} h={40} />
          ))}
        </Stack>
      )}
      {error !== null && data === undefined && <ProblemNote problem={error} retry={refetch} />}
      {data !== undefined && data.data.length === 0 && (
        <EmptyState icon={IconHash} title="The account has no number">
          Buy one in Twilio’s console, under Phone Numbers. Then ask Twilio again.
        </EmptyState>
      )}
      {data !== undefined && data.data.length > 0 && <Numbers numbers={data.data} />}
      <Webhooks />
    </Page>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly AccountNumber[] }) {
  const isOwner = useMay("owner");
  return (
    <Table aria-label="Numbers" className="cards-on-phone" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {["Number", "Texts", "Calls", "Used by"].map((heading) => (
            <Table.Th key={heading}>{heading}</Table.Th>
          ))}
          {isOwner && (
            <Table.Th>
              <span className="unseen">Point here</span>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {numbers.map((number) => (
          <Table.Tr key={number.sid}>
            <Table.Td data-label="Number">
              <Text fw={600}>{number.number}</Text>
              {number.name !== number.number && (
                <Text size="xs" c="dimmed">
                  {number.name}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label="Texts">
              <Target target={number.texts} none="Cannot text" />
            </Table.Td>
            <Table.Td data-label="Calls">
              <Target target={number.calls} none="Cannot be called" />
            </Table.Td>
            <Table.Td data-label="Used by">
              <Uses number={number} />
            </Table.Td>
            {isOwner && (
              <Table.Td>
                <PointHere number={number} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Target({ target, none }: { readonly target: AccountNumber["texts"]; readonly none: string }) {
  if (target === null) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  if (target.isHere) {
    return (
      <Badge color="teal" variant="light" tt="none">
        Come here
      </Badge>
    );
  }
  return (
    <Stack gap={2}>
      <Badge color="orange" variant="light" tt="none">
        {target.url === "" ? "Go nowhere" : "Go elsewhere"}
      </Badge>
      {target.url !== "" && (
        <Text size="xs" c="dimmed" className="wrap-anywhere">
          {target.url}
        </Text>
      )}
    </Stack>
  );
}

function Uses({ number: { lineId, helplineId, number } }: { readonly number: AccountNumber }) {
  const { data: lines = [] } = useLines();
  const { data: groups = [] } = useGroups();
  return (
    <Group gap="sm">
      {lineId !== null && (
        <AnchorLink to="/setup/lines/$lineId" params={{ lineId }} size="sm">
          {lines.find(({ id }) => id === lineId)?.name ?? "A line"}
        </AnchorLink>
      )}
      {helplineId !== null && (
        <AnchorLink to="/groups/$groupId" params={{ groupId: helplineId }} size="sm">
          {groups.find(({ id }) => id === helplineId)?.name ?? "A group"}
        </AnchorLink>
      )}
      {lineId === null && helplineId === null && (
        <AnchorLink to="/setup/lines/new" search={{ number }} size="sm">
          Make a line of it
        </AnchorLink>
      )}
    </Group>
  );
}
