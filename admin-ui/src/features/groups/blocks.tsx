// Callers whom the group does not take.
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPhoneOff } from "@tabler/icons-react";
import { useState } from "react";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { usePages } from "../../data/use-pages.ts";
import { useSave } from "../../data/use-save.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { When } from "../../ui/when.tsx";

const blocksOf = api.v1.helplines[":id"].blocks;
type Block = InferResponseType<typeof blocksOf.$get>["data"][number];

export function Blocks({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }) {
  const pages = usePages<Block>(["helplines", id, "blocks"], (cursor) =>
    ask(blocksOf.$get({ param: { id }, query: cursor === undefined ? {} : { cursor } })),
  );
  const unblock = useSave({
    save: (addressId: string) => ask(blocksOf[":addressId"].$delete({ param: { id, addressId } })),
    touches: ["helplines"],
    said: "Their calls are taken again.",
  });
  return (
    <Stack>
      {mayEdit && <NewBlock id={id} />}
      <DataTable
        label="Blocked callers"
        pages={pages}
        keyOf={({ addressId }) => addressId}
        columns={[
          { key: "number", label: "Number", show: ({ address }) => address ?? "Erased" },
          { key: "reason", label: "Why", show: ({ reason }) => reason },
          { key: "since", label: "Since", show: ({ createdAt }) => <When at={createdAt} /> },
          {
            key: "undo",
            label: "Take calls again",
            isLabelHidden: true,
            show: ({ addressId, address }) =>
              mayEdit && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Take calls of ${address ?? "this caller"} again`}
                  loading={unblock.isPending && unblock.variables === addressId}
                  onClick={() => unblock.mutate(addressId)}
                >
                  Take calls again
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyState icon={IconPhoneOff} title="Nobody is blocked">
            Somebody who is blocked hears that the line is busy, or what you wrote for them under Calls.
          </EmptyState>
        }
      />
    </Stack>
  );
}

function NewBlock({ id }: { readonly id: string }) {
  const [form, setForm] = useState({ number: "", reason: "" });
  const block = useSave({
    save: (json: typeof form) => ask(blocksOf.$post({ param: { id }, json })),
    touches: ["helplines"],
    said: "Their calls are not taken any more.",
    onSaved: () => setForm({ number: "", reason: "" }),
    isQuiet: true,
  });
  const problemAt = fieldProblems(block.error);
  const other = (problemAt("number") ?? problemAt("reason")) ? undefined : block.error?.message;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        block.mutate(form);
      }}
    >
      <Group align="flex-start" gap="sm">
        <TextInput
          type="tel"
          label="Number"
          placeholder="+44 7700 900123"
          required
          value={form.number}
          error={problemAt("number") ?? other}
          onChange={({ currentTarget }) => setForm({ ...form, number: currentTarget.value })}
        />
        <TextInput
          label="Why"
          required
          maxLength={300}
          value={form.reason}
          error={problemAt("reason")}
          onChange={({ currentTarget }) => setForm({ ...form, reason: currentTarget.value })}
        />
        <Button type="submit" variant="default" mt={25} loading={block.isPending}>
          Block
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        Numbers are shown masked from here on, to everybody.
      </Text>
    </form>
  );
}
