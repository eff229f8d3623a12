// People chosen one by one, by name.
import { Group, Pill, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../data/api.ts";
import type { Key } from "../data/queries.ts";

export interface PeopleFieldProps {
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Whoever chooses more by hand wants a segment. */
const PEOPLE_MAX = 1_000;
const FOUND_MAX = "20";
const TYPING_MS = 250;
/** All of the names would be as many requests. */
const NAMED_MAX = 20;

export function PeopleField({ ids, onChange }: PeopleFieldProps) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ["contacts", "found", q] satisfies Key,
    queryFn: () => ask(api.v1.contacts.$get({ query: { limit: FOUND_MAX, ...(q !== "" && { q }) } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const data = (found.data?.data ?? [])
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, name }) => ({ value: id, label: name ?? "Without a name" }));
  return (
    <Stack gap="xs">
      <Select
        aria-label="Add somebody"
        placeholder="Add somebody by name"
        data={data}
        value={null}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage="Nobody of that name"
        disabled={ids.length >= PEOPLE_MAX}
        onChange={(id) => {
          if (id !== null) onChange([...ids, id]);
          setTyped("");
        }}
        error={found.error?.message}
      />
      <Group gap={6}>
        {ids.slice(0, NAMED_MAX).map((id) => (
          <Person key={id} id={id} onRemove={() => onChange(ids.filter((other) => other !== id))} />
        ))}
      </Group>
      {ids.length > NAMED_MAX && (
        <Text size="sm" c="dimmed">
          and {ids.length - NAMED_MAX} more
        </Text>
      )}
    </Stack>
  );
}

function Person({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { data, isPending } = useQuery({
    queryKey: ["contacts", id] satisfies Key,
    queryFn: () => ask(api.v1.contacts[":id"].$get({ param: { id } })),
    retry: false,
  });
  if (isPending) return <Skeleton h={22} w={90} radius="xl" />;
  const name = data?.name ?? "Somebody who is gone";
  return (
    <Pill
      withRemoveButton
      removeButtonProps={{ "aria-label": `Remove ${name}`, tabIndex: 0, "aria-hidden": false }}
      onRemove={onRemove}
    >
      {name}
    </Pill>
  );
}
