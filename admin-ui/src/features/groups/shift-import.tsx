// Shifts out of a CSV or an .ics file: first what would come of it, line by line, then for good.
import { Badge, Button, FileInput, Group, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { InferResponseType } from "hono/client";
import { api, check, send } from "../../data/api.ts";
import { ApiProblem } from "../../data/problem.ts";
import { useSave } from "../../data/use-save.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

type Outcome = InferResponseType<(typeof api.v1.helplines)[":id"]["shifts"]["import"]["$post"]>;

/** What the API takes. */
const BYTES_MAX = 1_000_000;

const OUTCOMES = {
  made: { label: "New", colour: "teal" },
  same: { label: "There already", colour: "gray" },
  rejected: { label: "Left out", colour: "red" },
} as const;

export function ShiftImport({ id }: { readonly id: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<Outcome | null>(null);
  const run = useSave({
    save: ({ chosen, apply }: { chosen: File; apply: boolean }) => upload(id, chosen, apply),
    touches: ["helplines"],
    isQuiet: true,
    onSaved: setTried,
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setTried(null);
    if (chosen !== null) run.mutate({ chosen, apply: false });
  };
  return (
    <Stack align="flex-start">
      <Text size="sm">
        A table has the headings weekday, from, to, volunteers (by name, e-mail or phone), valid from, valid
        until. Of a calendar what repeats every week becomes a shift, what happens once an extra shift of that
        date.
      </Text>
      <FileInput
        label="CSV or .ics file"
        placeholder="Choose a file"
        accept=".csv,.ics,.txt,text/csv,text/calendar"
        clearable
        clearButtonProps={{ "aria-label": "Another file" }}
        w="100%"
        maw={360}
        value={file}
        onChange={choose}
      />
      {run.isError && <ProblemNote problem={run.error} />}
      {tried !== null && file !== null && (
        <>
          <Group gap="sm" aria-live="polite">
            <Text fw={600}>
              {tried.isApplied ? "Imported" : "Nothing is written yet"}: {tried.counts.made} new,{" "}
              {tried.counts.same} there already, {tried.counts.rejected} left out.
            </Text>
            {!tried.isApplied && (
              <Button
                disabled={tried.counts.made === 0}
                loading={run.isPending}
                onClick={() => run.mutate({ chosen: file, apply: true })}
              >
                Import {tried.counts.made}
              </Button>
            )}
          </Group>
          <Items items={tried.items} />
        </>
      )}
    </Stack>
  );
}

function Items({ items }: Pick<Outcome, "items">) {
  return (
    <Table aria-label="What is in the file" className="cards-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Where</Table.Th>
          <Table.Th>What it says</Table.Th>
          <Table.Th>What becomes of it</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ place, words, outcome, reason }) => (
          <Table.Tr key={place}>
            <Table.Td>{place}</Table.Td>
            <Table.Td className="wrap-anywhere">{words}</Table.Td>
            <Table.Td>
              <Badge variant="light" color={OUTCOMES[outcome].colour}>
                {OUTCOMES[outcome].label}
              </Badge>{" "}
              {reason}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

async function upload(id: string, file: File, apply: boolean): Promise<Outcome> {
  if (file.size > BYTES_MAX)
    throw new ApiProblem("This file is larger than 1 MB: a rota is much smaller. Is it the right one?", {
      code: "too_large",
      status: 413,
      requestId: null,
    });
  const path = api.v1.helplines[":id"].shifts.import.$path({
    param: { id },
    query: { apply: String(apply) },
  });
  const response = await send(`/api${path}`, { method: "POST", body: file });
  await check(response);
  return (await response.json()) as Outcome;
}
