// What an operator should see to.
import { Button, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useActorName } from "../../../data/actors.ts";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { AlsoSwitch } from "../../../ui/also-switch.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { When } from "../../../ui/when.tsx";
import { ALARM_WORDS } from "./alarm-words.ts";
import { Nothing } from "./nothing.tsx";

type Alarm = Awaited<ReturnType<typeof readAlarms>>["data"][number];

const readAlarms = (query: { readonly cursor?: string; readonly done?: string }) =>
  ask(api.v1.alarms.$get({ query }));

export function Alarms() {
  const { done } = useSearch({ from: "/setup/health" });
  const navigate = useNavigate({ from: "/setup/health" });
  const mayEdit = useMay("editor");
  const nameOf = useActorName();
  const pages = usePages(["alarms", "list", done], (cursor) => readAlarms(listQuery({ cursor, done })));
  return (
    <Stack gap="sm">
      <AlsoSwitch
        label="Those seen to"
        isOn={done}
        onChange={(done) => void navigate({ search: (before) => ({ ...before, done }), replace: true })}
      />
      <DataTable
        label="Alarms"
        pages={pages}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "what",
            label: "What",
            show: ({ kind, text }) => (
              <Stack gap={0}>
                <Text fw={600}>{ALARM_WORDS[kind]}</Text>
                <Text size="sm" className="wrap-anywhere">
                  {text}
                </Text>
              </Stack>
            ),
          },
          { key: "at", label: "Since", show: ({ at }) => <When at={at} /> },
          {
            key: "done",
            label: "Seen to",
            isLabelHidden: done !== true,
            show: (alarm) =>
              alarm.doneAt === null ? mayEdit && <Done alarm={alarm} /> : nameOf(alarm.doneBy ?? ""),
          },
        ]}
        empty={<Nothing>{done === true ? "None was seen to yet." : "There is no alarm."}</Nothing>}
      />
    </Stack>
  );
}

function Done({ alarm: { id, kind } }: { readonly alarm: Alarm }) {
  const finish = useSave({
    save: () => ask(api.v1.alarms[":id"].done.$post({ param: { id } })),
    touches: ["alarms"],
    said: "Seen to. The same trouble raises a new alarm from now on.",
  });
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={finish.isPending}
      onClick={() => finish.mutate()}
      aria-label={`It is seen to: ${ALARM_WORDS[kind]}`}
    >
      It is seen to
    </Button>
  );
}
