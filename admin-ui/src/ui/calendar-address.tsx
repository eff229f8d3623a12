// The secret address of a calendar feed: made, shown when asked for, ended.
import { Button, Code, CopyButton, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../data/api.ts";
import type { Key } from "../data/queries.ts";
import { useSave } from "../data/use-save.ts";
import { ProblemNote } from "./problem-note.tsx";
import { When } from "./when.tsx";

export interface CalendarAddressProps {
  readonly of: "helplines" | "volunteers";
  readonly id: string;
}

export function CalendarAddress({ of, id }: CalendarAddressProps) {
  const calendar = api.v1[of][":id"].calendar;
  const param = { id };
  const [isShown, setShown] = useState(false);
  const query = useQuery({
    queryKey: ["helplines", of, id, "calendar"] satisfies Key,
    queryFn: () => ask(calendar.$get({ param })),
  });
  const renew = useSave({
    save: () => ask(calendar.$post({ param })),
    touches: ["helplines"],
    said: "The calendar has a new address.",
    onSaved: () => setShown(true),
  });
  const revoke = useSave({
    save: () => ask(calendar.$delete({ param })),
    touches: ["helplines"],
    said: "The address is ended: nobody sees the calendar any more.",
    onSaved: () => setShown(false),
  });
  if (query.isError) return <ProblemNote problem={query.error} retry={query.refetch} />;
  if (query.data === undefined) return <Skeleton h={60} aria-hidden />;
  const { url, changedAt } = query.data;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        Whoever has the address sees the shifts and the names on them, without signing in; no number of a
        person.
      </Text>
      {url !== null && isShown && <Code className="wrap-anywhere">{url}</Code>}
      <Group gap="xs">
        {url !== null && (
          <>
            <Button variant="default" onClick={() => setShown(!isShown)}>
              {isShown ? "Hide the address" : "Show the address"}
            </Button>
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? "Copied" : "Copy it"}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {url === null ? "Make a calendar address" : "New address, end this one"}
        </Button>
        {url !== null && (
          <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            End it
          </Button>
        )}
      </Group>
      {changedAt !== null && (
        <Text size="xs" c="dimmed">
          {url === null ? "Ended" : "Made"} <When at={changedAt} />
        </Text>
      )}
    </Stack>
  );
}
