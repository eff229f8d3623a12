// What operators look after: alarms, and work that nothing could be done with.
import { Button } from "@mantine/core";
import { IconBellRinging, IconMailOff, IconTool } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { ButtonLink } from "../../ui/links.tsx";
import { ago } from "../../ui/when.tsx";
import { Matter } from "./matter.tsx";
import type { Alarm, Letter } from "./questions.ts";

export function AlarmMatter({ alarm, now }: { readonly alarm: Alarm; readonly now: number }) {
  const mayAct = useMay("editor");
  const done = useSave({
    save: () => ask(api.v1.alarms[":id"].done.$post({ param: { id: alarm.id } })),
    touches: ["alarms"],
  });
  return (
    <Matter
      icon={IconBellRinging}
      color="red"
      title={alarm.text}
      actions={
        mayAct && (
          <Button size="xs" variant="default" loading={done.isPending} onClick={() => done.mutate()}>
            Seen to
          </Button>
        )
      }
    >
      {ago(alarm.at, now)}
    </Matter>
  );
}

const QUEUES: Readonly<Record<string, string>> = {
  records: "Something that happened could not be written down",
  outbound: "A message could not be handed over",
  email: "An e-mail could not be handed over",
  work: "Work in the background broke off",
};

/** Whoever is told of these is an owner. */
export function LetterMatter({ letter, now }: { readonly letter: Letter; readonly now: number }) {
  const { id, queue, error, at } = letter;
  const param = { id };
  const replay = useSave({
    save: () => ask(api.v1["dead-letters"][":id"].replay.$post({ param })),
    touches: ["dead-letters"],
    said: "It is tried once more.",
  });
  const forget = useSave({
    save: () => ask(api.v1["dead-letters"][":id"].$delete({ param })),
    touches: ["dead-letters"],
  });
  return (
    <Matter
      icon={IconMailOff}
      color="orange"
      title={QUEUES[queue] ?? "Work could not be done"}
      actions={
        <>
          <Button size="xs" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
            Try again
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={forget.isPending}
            onClick={() => forget.mutate()}
          >
            Forget it
          </Button>
        </>
      }
    >
      {error} · {ago(at, now)}
    </Matter>
  );
}

export function SetupMatter({ steps }: { readonly steps: readonly { readonly title: string }[] }) {
  if (steps.length === 0) return null;
  return (
    <Matter
      icon={IconTool}
      color="blue"
      title={steps.length === 1 ? "One thing is not set up yet" : `${steps.length} things are not set up yet`}
      actions={
        <ButtonLink to="/setup" size="xs" variant="default">
          Go to setup
        </ButtonLink>
      }
    >
      {steps.map(({ title }) => title).join(" · ")}
    </Matter>
  );
}
