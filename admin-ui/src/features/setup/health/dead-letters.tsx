// Work that no consumer could do: it lies here until somebody has mended the cause and sends it again.
import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useActorName } from "../../../data/actors.ts";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";
import { AlsoSwitch } from "../../../ui/also-switch.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { When } from "../../../ui/when.tsx";
import { Confirm } from "../../../ui/confirm.tsx";
import "../setup.css";
import { Nothing } from "./nothing.tsx";

type Letter = Awaited<ReturnType<typeof readLetters>>["data"][number];

const readLetters = (query: { readonly cursor?: string; readonly replayed?: string }) =>
  ask(api.v1["dead-letters"].$get({ query }));

const QUEUES: Readonly<Record<string, string>> = {
  records: "A record of what happened",
  outbound: "A message on its way",
  pump: "A page of a campaign",
  work: "A step of longer work",
  email: "An e-mail on its way",
};

export function DeadLetters() {
  const { replayed } = useSearch({ from: "/setup/health" });
  const navigate = useNavigate({ from: "/setup/health" });
  const nameOf = useActorName();
  const pages = usePages(["dead-letters", replayed], (cursor) =>
    readLetters(listQuery({ cursor, replayed })),
  );
  return (
    <Stack gap="sm">
      <AlsoSwitch
        label="Those sent again"
        isOn={replayed}
        onChange={(replayed) =>
          void navigate({ search: (before) => ({ ...before, replayed }), replace: true })
        }
      />
      <DataTable
        label="Work that could not be done"
        pages={pages}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "what",
            label: "What",
            show: (letter) => (
              <Stack gap={2}>
                <Text fw={600}>{QUEUES[letter.queue] ?? letter.queue}</Text>
                <Text size="sm" className="wrap-anywhere">
                  {letter.error}
                </Text>
                <Body letter={letter} />
              </Stack>
            ),
          },
          { key: "at", label: "Since", show: ({ at }) => <When at={at} /> },
          {
            key: "again",
            label: "Sent again",
            isLabelHidden: replayed !== true,
            show: (letter) =>
              letter.replayedAt === null ? <Mend letter={letter} /> : nameOf(letter.replayedBy ?? ""),
          },
        ]}
        empty={<Nothing>{replayed === true ? "None was sent again yet." : "Everything was done."}</Nothing>}
      />
    </Stack>
  );
}

function Body({ letter }: { readonly letter: Letter }) {
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed">
        What it holds
      </Text>
      <Code block className="wrap-anywhere setup-token">
        {JSON.stringify(letter.body, null, 2)}
      </Code>
    </details>
  );
}

function Mend({ letter: { id, queue } }: { readonly letter: Letter }) {
  const [isForgetting, setForgetting] = useState(false);
  const name = QUEUES[queue] ?? queue;
  const again = useSave({
    save: () => ask(api.v1["dead-letters"][":id"].replay.$post({ param: { id } })),
    touches: ["dead-letters", "alarms"],
    said: "It is on its way again. Nothing is done twice.",
  });
  const forget = useSave({
    save: () => ask(api.v1["dead-letters"][":id"].$delete({ param: { id } })),
    touches: ["dead-letters"],
    said: "Forgotten.",
    onSaved: () => setForgetting(false),
  });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        loading={again.isPending}
        onClick={() => again.mutate()}
        aria-label={`Send again: ${name}`}
      >
        Send it again
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => setForgetting(true)}
        aria-label={`Forget: ${name}`}
      >
        Forget it
      </Button>
      <Confirm
        isOpen={isForgetting}
        onClose={() => setForgetting(false)}
        title="Forget it?"
        action="Forget it"
        isBusy={forget.isPending}
        onConfirm={() => forget.mutate()}
      >
        What it would have done never happens.
      </Confirm>
    </Group>
  );
}
