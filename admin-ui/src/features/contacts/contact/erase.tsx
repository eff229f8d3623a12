// Forgetting somebody for good, once it was typed that this is meant.
import { Button, Group, List, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import type { Contact } from "./questions.ts";

/** As the API wants it. */
const WORD = "erase";

export function Erase({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const isMeant = typed.trim().toLowerCase() === WORD;
  const { mutate, isPending } = useSave({
    save: () =>
      ask(api.v1.contacts[":id"].erase.$post({ param: { id: contact.id }, json: { confirm: WORD } })),
    touches: ["contacts", "conversations", "messages", "notices", "segments"],
    said: "They are being forgotten: at once where we might write to them, within seconds everywhere else.",
    onSaved: () => {
      onDone();
      return navigate({ to: "/contacts" });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isMeant) mutate();
      }}
    >
      <Stack>
        <List size="sm" spacing={4}>
          <List.Item>
            Name, numbers, texts, answers, pictures and voicemails go, and do not come back.
          </List.Item>
          <List.Item>That something happened is still counted.</List.Item>
          <List.Item>A wish to hear nothing from us stays.</List.Item>
        </List>
        <TextInput
          label={
            <>
              Type <b>{WORD}</b> to say that you mean it
            </>
          }
          data-autofocus
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={!isMeant} loading={isPending}>
            Forget this person
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          Download everything about them first if they asked for it.
        </Text>
      </Stack>
    </form>
  );
}
