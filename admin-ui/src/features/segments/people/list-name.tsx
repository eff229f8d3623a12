// What a list is called, and how many are on it.
import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import type { Segment } from "../questions.ts";

export function ListName({ segment }: { readonly segment: Segment }) {
  const { id, revision, count } = segment;
  const mayEdit = useMay("editor");
  const [name, setName] = useState(segment.name);
  const isDirty = name !== segment.name;
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.segments[":id"].$put({ param: { id }, json: { revision, name: name.trim() } })),
    touches: ["segments"],
    said: "The list has its new name.",
    isQuiet: true,
    onSaved: (saved) => setName(saved.name),
  });
  const problem = error === null ? undefined : (fieldProblems(error)("name") ?? toProblem(error).message);
  return (
    <>
      <LeaveGuard isDirty={isDirty} />
      <Text role="status">
        <Text span fw={650} size="lg">
          {count.toLocaleString("en-GB")}
        </Text>{" "}
        {count === 1 ? "person" : "people"} on the list
      </Text>
      {mayEdit && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            mutate();
          }}
        >
          <Group align="flex-end" gap="xs">
            <TextInput
              label="Name"
              required
              maxLength={120}
              value={name}
              onChange={({ currentTarget: { value } }) => setName(value)}
              error={problem}
              w={{ base: "100%", xs: 320 }}
            />
            {isDirty && (
              <Button type="submit" variant="default" loading={isPending}>
                Rename
              </Button>
            )}
          </Group>
        </form>
      )}
    </>
  );
}
