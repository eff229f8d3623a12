// What can be done with a campaign that runs or is over.
import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useDisclosure } from "@mantine/hooks";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import type { Campaign, Figures } from "../questions.ts";
import { useArchive, useDuplicate } from "../use-copies.ts";
import { CancelQuestion } from "./cancel-question.tsx";

export interface SteerProps {
  readonly campaign: Campaign;
  readonly figures: Figures | undefined;
}

export function Steer({ campaign: { id, state, archivedAt }, figures }: SteerProps) {
  const one = api.v1.campaigns[":id"];
  const [isAsking, { open, close }] = useDisclosure();
  const pause = useSave({
    save: () => ask(one.pause.$post({ param: { id }, json: {} })),
    touches: ["campaigns", "audit"],
    said: "Paused. Nothing more goes out within three seconds.",
  });
  const resume = useSave({
    save: () => ask(one.resume.$post({ param: { id }, json: {} })),
    touches: ["campaigns", "audit"],
    said: "It goes on.",
  });
  const duplicate = useDuplicate(id);
  const archive = useArchive(id);
  const runs = state === "sending" || state === "scheduled";
  return (
    <>
      {runs && (
        <Button
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate()}
        >
          Pause
        </Button>
      )}
      {state === "paused" && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        >
          Resume
        </Button>
      )}
      {(runs || state === "paused") && (
        <Button variant="default" onClick={open}>
          Cancel…
        </Button>
      )}
      <Button variant="default" loading={duplicate.isPending} onClick={() => duplicate.mutate()}>
        Make another like it
      </Button>
      {!runs && state !== "paused" && archivedAt === null && (
        <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
          Put away
        </Button>
      )}
      <CancelQuestion id={id} waiting={figures?.waiting} isOpen={isAsking} close={close} />
    </>
  );
}
