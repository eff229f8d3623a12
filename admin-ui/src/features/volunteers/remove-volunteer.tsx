// Somebody is no volunteer any more, after a question.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export function RemoveVolunteer({ id, name }: { readonly id: string; readonly name: string }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const remove = useSave({
    save: () => ask(api.v1.volunteers[":id"].$delete({ param: { id } })),
    touches: ["helplines", "askings"],
    said: `${name} is no volunteer any more.`,
    onSaved: () => navigate({ to: "/volunteers" }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Remove…
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={`Remove ${name}?`} centered>
        <Stack>
          <Text size="sm">
            They are on no shift that starts from now on. Who did what stays. To forget a person altogether,
            erase their contact.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
              Keep them
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              Remove {name}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
