// Starting a funnel, pausing it, putting it away; each that reaches people is asked once.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { countsQuery } from "./questions.ts";
import type { Funnel } from "./questions.ts";
import { people } from "./words.ts";

export function Steer({ funnel: { id, state, config } }: { readonly funnel: Funnel }) {
  const one = api.v1.funnels[":id"];
  const ofId = { param: { id } };
  const [question, { open, close }] = useDisclosure();
  const [isPuttingAway, away] = useDisclosure();
  const counts = useQuery(countsQuery(id));
  const start = useSave({
    save: () => ask(one.start.$post(ofId)),
    touches: ["funnels", "audit"],
    said: ({ warnings }) => warnings[0]?.message ?? "It runs.",
    onSaved: close,
  });
  const pause = useSave({
    save: () => ask(one.pause.$post(ofId)),
    touches: ["funnels", "campaigns", "audit"],
    said: "Paused. Nobody is begun with; who was asked may still answer.",
  });
  const archive = useSave({
    save: () => ask(one.archive.$post(ofId)),
    touches: ["funnels", "campaigns", "audit"],
    said: "It is put away.",
    onSaved: away.close,
  });
  const due = (counts.data?.stages ?? []).reduce((sum, stage) => sum + stage.due, 0);
  if (state === "archived") return null;
  return (
    <>
      {state === "running" ? (
        <Button
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate()}
        >
          Pause
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={open}>
          Start…
        </Button>
      )}
      <Button variant="default" onClick={away.open}>
        Put away…
      </Button>
      <Modal opened={question} onClose={close} title={`Start "${config.name}"?`} centered>
        <Stack gap="sm">
          <Text>
            {due === 0
              ? "Nobody is due yet: who is put in is begun with at the next slot."
              : `${people(due)} ${due === 1 ? "is" : "are"} due. It begins with at most ${people(config.dailyCap)} a day, at its slots.`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not yet
            </Button>
            <Button loading={start.isPending} onClick={() => start.mutate()} data-autofocus>
              Start it
            </Button>
          </Group>
        </Stack>
      </Modal>
      <Confirm
        isOpen={isPuttingAway}
        onClose={away.close}
        title="Put this funnel away for good?"
        action="Put it away"
        keep="Keep it"
        isBusy={archive.isPending}
        onConfirm={() => archive.mutate()}
      >
        Nobody in it is asked anything again, and the campaigns it began are cancelled.
      </Confirm>
    </>
  );
}
