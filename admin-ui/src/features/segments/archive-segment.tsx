// Out of use: what was launched with it keeps whom it holds.
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";
import type { Segment } from "./questions.ts";

export function ArchiveSegment({ segment }: { readonly segment: Segment }) {
  const [isAsking, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const { mutate, isPending } = useSave({
    save: () => ask(api.v1.segments[":id"].archive.$post({ param: { id: segment.id } })),
    touches: ["segments"],
    said: `“${segment.name}” is put away.`,
    onSaved: () => navigate({ to: "/segments", ignoreBlocker: true }),
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        Put away
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={close}
        title={`Put “${segment.name}” away?`}
        action="Put it away"
        keep="Keep it"
        isBusy={isPending}
        onConfirm={() => mutate()}
      >
        It can no longer be chosen. What was launched with it goes on to the people it had.
      </Confirm>
    </>
  );
}
