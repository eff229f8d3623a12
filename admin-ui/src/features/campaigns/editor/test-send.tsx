// A test: the draft as it stands, to a number of one's own.
import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";
import { api, ask } from "../../../data/api.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { When } from "../../../ui/when.tsx";

export interface TestSendProps {
  readonly id: string;
  readonly variants: readonly string[];
  /** What is on the form is what is tried. */
  readonly flush: () => Promise<boolean>;
}

const REMEMBERED = "partyline-test-number";

export function TestSend({ id, variants, flush }: TestSendProps) {
  const [to, setTo] = useState(() => localStorage.getItem(REMEMBERED) ?? "");
  const [variant, setVariant] = useState<string | null>(null);
  const chosen = variant !== null && variants.includes(variant) ? variant : null;
  const test = useSave({
    save: async () => {
      await flush();
      const json = { to: to.trim(), ...(chosen !== null && { variant: chosen }) };
      return ask(api.v1.campaigns[":id"].test.$post({ param: { id }, json }));
    },
    touches: ["messages", "contacts"],
    isQuiet: true,
    onSaved: () => localStorage.setItem(REMEMBERED, to.trim()),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (to.trim() !== "") test.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label="Try it on your own phone"
          placeholder="+44 7700 900123"
          type="tel"
          autoComplete="tel"
          value={to}
          onChange={({ currentTarget: { value } }) => setTo(value)}
          error={test.error === null ? undefined : toProblem(test.error).message}
        />
        {variants.length > 1 && (
          <Select
            label="Which variant"
            data={[...variants]}
            value={chosen ?? variants[0] ?? null}
            onChange={setVariant}
            allowDeselect={false}
          />
        )}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={test.isPending}>
            Send a test
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {test.data !== undefined &&
              (test.data.dueAt === null ? (
                "Sent: look at your phone."
              ) : (
                <>
                  The line is closed; it goes out at <When at={test.data.dueAt} />.
                </>
              ))}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
