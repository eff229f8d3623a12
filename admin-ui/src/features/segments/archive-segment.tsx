// Out of use: what was launched with it keeps whom it holds.
import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
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
      <Modal opened={isAsking} onClose={close} title={`Put “${segment.name}” away?`}>
        <Text size="sm">
          It can no longer be chosen. What was launched with it goes on to the people it had.
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button color="red" onClick={() => mutate()} loading={isPending}>
            Put it away
          </Button>
        </Group>
      </Modal>
    </>
  );
}
