// Two contacts that are one person: the other one is looked up by number, and becomes part of this one.
import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { addressOf, callOf } from "../../../data/contact-rows.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { Contact } from "./questions.ts";

export function Merge({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const [number, setNumber] = useState("");
  const search = useMutation({
    mutationFn: () => ask(api.v1.contacts.search.$post({ json: { number: number.trim() } })),
  });
  const merge = useSave({
    save: (from: string) =>
      ask(api.v1.contacts[":id"].merge.$post({ param: { id: contact.id }, json: { from } })),
    touches: ["contacts", "conversations", "segments"],
    said: "They are one contact now.",
    isQuiet: true,
    onSaved: onDone,
  });
  const [found] = search.data?.data ?? [];
  const isSame = found?.id === contact.id;
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search.mutate();
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label="Number of the other contact"
            type="tel"
            flex={1}
            required
            data-autofocus
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            error={fieldProblems(search.error)("number")}
          />
          <Button type="submit" variant="default" loading={search.isPending}>
            Find
          </Button>
        </Group>
      </form>
      {search.data !== undefined && found === undefined && <Text size="sm">Nobody has this number.</Text>}
      {isSame && <Text size="sm">That number is this contact’s already.</Text>}
      {found !== undefined && !isSame && (
        <Paper withBorder p="md">
          <Text fw={600}>{callOf(found)}</Text>
          <Text size="sm" c="dimmed">
            {found.addresses.map(addressOf).join(", ")}
          </Text>
          <Text size="sm" mt="xs">
            Its numbers, attributes, tags and categories move to {callOf(contact)}; where both know something,
            the newer counts. This cannot be taken back at once.
          </Text>
        </Paper>
      )}
      {merge.error !== null && <ProblemNote problem={merge.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          disabled={found === undefined || isSame}
          loading={merge.isPending}
          onClick={() => found !== undefined && merge.mutate(found.id)}
        >
          Merge
        </Button>
      </Group>
    </Stack>
  );
}
