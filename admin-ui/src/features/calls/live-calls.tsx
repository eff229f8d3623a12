// Who is on the line at this moment, and whose telephone rings.
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../../ui/links.tsx";
import { nameOf } from "../../ui/person-name.tsx";
import { When } from "../../ui/when.tsx";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { liveCalls } from "./questions.ts";
import type { Call } from "./questions.ts";
import { asSentence } from "./words.ts";

export function LiveCalls() {
  const { data } = useQuery(liveCalls);
  const calls = data?.data ?? [];
  return (
    <Stack gap="xs" component="section" aria-label="On the line now" aria-live="polite">
      <Title order={2} size="h4">
        On the line now
      </Title>
      {calls.length === 0 ? (
        <Text c="dimmed" size="sm">
          {data === undefined ? "Looking…" : "Nobody at the moment. A call shows here while it rings."}
        </Text>
      ) : (
        calls.map((call) => <LiveCall key={call.id} call={call} />)
      )}
    </Stack>
  );
}

function LiveCall({ call }: { readonly call: Call }) {
  const last = call.story.at(-1);
  return (
    <Paper withBorder p="sm">
      <Group gap="sm" wrap="wrap">
        <OutcomeBadge call={call} />
        <AnchorLink to="/calls/$callId" params={{ callId: call.id }} fw={600}>
          {nameOf(call.caller)}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {call.helplineName ?? "A group that is gone"} · since <When at={call.startedAt} show="time" />
        </Text>
      </Group>
      {last !== undefined && (
        <Text size="sm" mt={4}>
          {asSentence(last.text)}
        </Text>
      )}
    </Paper>
  );
}
