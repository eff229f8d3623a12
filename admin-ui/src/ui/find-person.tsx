// Somebody found by name or number, to be chosen.
import { Button, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addressOf, callOf } from "../data/contact-rows.ts";
import { findPeople } from "../data/find-people.ts";
import type { Key } from "../data/queries.ts";
import { ProblemNote } from "./problem-note.tsx";

const TYPING_MS = 250;

export interface FindPersonProps {
  /** What is done with whoever is chosen, such as "Choose". */
  readonly verb: string;
  readonly onChoose: (contactId: string) => void;
}

export function FindPerson({ verb, onChoose }: FindPersonProps) {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data, error, refetch } = useQuery({
    queryKey: ["contacts", "find", asked] satisfies Key,
    queryFn: () => findPeople(asked),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm">
      <TextInput
        label="Name or number"
        data-autofocus
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      {error !== null && <ProblemNote problem={error} retry={refetch} />}
      {asked !== "" && data === undefined && error === null && <Skeleton h={30} />}
      {asked !== "" && data?.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          Nobody of that name or number.
        </Text>
      )}
      {asked !== "" &&
        data?.map((contact) => (
          <Group key={contact.id} justify="space-between" wrap="nowrap">
            <Text size="sm" className="wrap-anywhere">
              {callOf(contact)}{" "}
              <Text span c="dimmed" size="sm">
                {contact.name === null ? "" : addressOf(contact.addresses[0])}
              </Text>
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChoose(contact.id)}
              aria-label={`${verb} ${callOf(contact)}`}
            >
              {verb}
            </Button>
          </Group>
        ))}
    </Stack>
  );
}
