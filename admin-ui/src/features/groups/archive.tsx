// A group is taken out of use, after a question.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReactNode } from "react";
import { api, ask as request } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export function useArchive(id: string, name: string): { ask: () => void; question: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const archive = useSave({
    save: () => request(api.v1.helplines[":id"].archive.$post({ param: { id } })),
    touches: ["helplines"],
    said: `${name} is out of use.`,
    onSaved: () => navigate({ to: "/groups" }),
  });
  const question = (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title="Take this group out of use?" centered>
      <Stack>
        <Text size="sm">
          Nobody is called any more, and nobody is reminded. Its number is free for another group. What
          happened stays to be read. This cannot be undone.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={archive.isPending} onClick={() => archive.mutate()}>
            Take {name} out of use
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { ask: () => setOpen(true), question };
}
