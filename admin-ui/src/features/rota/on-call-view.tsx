// Who gets the call at a moment, in which order and why; and who is on shift and passed over.
import { Alert, Badge, Button, Group as Row, List, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { readInstant } from "#core/rota/read-instant";
import { dateIn } from "#core/zone-clock";
import type { Group } from "../../data/helplines.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { timeIn } from "./time-in.ts";
import { useOnCall } from "./use-rota.ts";

const route = getRouteApi("/rota");

const ORDERS = {
  fixed: "They are rung in the order of the shift.",
  "round-robin": "They are rung by turns: calls before then may still change who comes first.",
  "least-recent":
    "Whoever was called longest ago is rung first: calls before then may still change who that is.",
} as const;

export function OnCallView({ group, now }: { readonly group: Group; readonly now: number }) {
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useOnCall(group.id, at);
  const choose = (next: string) =>
    void navigate({
      search: (before) => ({ ...before, at: next === "" ? undefined : next }),
      replace: true,
    });
  const instant = (at === undefined ? null : readInstant(at, group.zone)) ?? now;
  return (
    <Stack maw={640}>
      <Row align="flex-end">
        <TextInput
          type="datetime-local"
          label="Who gets the call at"
          description={`By the clock of the group (${group.zone})`}
          value={`${dateIn(group.zone, instant)}T${timeIn(group.zone, instant)}`}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        <Button variant="default" disabled={at === undefined} onClick={() => choose("")}>
          Now
        </Button>
      </Row>
      {query.isError && <ProblemNote problem={query.error} retry={query.refetch} />}
      {query.isPending && <Skeleton h={160} aria-hidden />}
      {query.data !== undefined && (
        <Stack aria-live="polite">
          <Text size="sm" c="dimmed">
            <When at={query.data.at} zone={query.data.zone} />
          </Text>
          {query.data.nobody !== null && (
            <Alert color="yellow" title="Nobody is on shift">
              {query.data.nobody}
            </Alert>
          )}
          <List type="ordered" spacing="md" listStyleType="none" aria-label="Whom the call goes to">
            {query.data.people.map((person, index) => (
              <List.Item key={person.volunteerId}>
                <Row gap="xs">
                  <Text fw={600}>
                    {index + 1}. {person.name ?? "Somebody who left"}
                  </Text>
                  {person.phone !== null && (
                    <Text size="sm" c="dimmed">
                      {person.phone}
                    </Text>
                  )}
                  <Badge variant="light" color={person.isCalled ? "teal" : "gray"}>
                    {person.isCalled ? "is rung" : "is passed over"}
                  </Badge>
                </Row>
                <Text size="sm">{person.why}</Text>
                {person.skipped !== null && <Text size="sm">{person.skipped.text}</Text>}
              </List.Item>
            ))}
          </List>
          {query.data.people.length > 1 && (
            <Text size="sm" c="dimmed">
              {ORDERS[query.data.order]}
            </Text>
          )}
          <Text size="sm">
            {query.data.people.some(({ isCalled }) => isCalled) ? "If nobody takes it: " : ""}
            {query.data.otherwise}
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
