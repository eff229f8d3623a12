// People as a CSV file: written in the background, downloaded when it is done.
import { Button, Group, Modal, Progress, Radio, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { useSave } from "../../data/use-save.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { toCondition } from "./condition.ts";
import { isFiltered } from "./sought.ts";
import type { Sought } from "./sought.ts";

export interface ExportPeopleProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sought: Sought;
}

const DELIMITERS = [
  { value: ",", label: "Commas" },
  { value: ";", label: "Semicolons, as Excel wants them where the comma is in numbers" },
  { value: "\t", label: "Tabs" },
  { value: "|", label: "Bars" },
] as const;

export function ExportPeople({ isOpen, onClose, sought }: ExportPeopleProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Export contacts as CSV">
      <Export sought={sought} onClose={onClose} />
    </Modal>
  );
}

function Export({ sought, onClose }: Omit<ExportPeopleProps, "isOpen">) {
  const [isAll, setIsAll] = useState(!isFiltered(sought));
  const [delimiter, setDelimiter] = useState<(typeof DELIMITERS)[number]["value"]>(",");
  const start = useSave({
    save: () =>
      ask(
        api.v1.exports.$post({
          json: { delimiter, ...(!isAll && { condition: toCondition(sought) }) },
        }),
      ),
    touches: ["exports"],
    isQuiet: true,
  });
  if (start.data !== undefined) return <Written id={start.data.id} onClose={onClose} />;
  return (
    <Stack>
      {isFiltered(sought) && (
        <Radio.Group
          label="Who"
          value={isAll ? "all" : "these"}
          onChange={(value) => setIsAll(value === "all")}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="these" label="Those the filters find" />
            <Radio value="all" label="Everybody" />
          </Stack>
        </Radio.Group>
      )}
      <Select
        label="Between columns"
        data={DELIMITERS}
        value={delimiter}
        onChange={(value) => setDelimiter(DELIMITERS.find((one) => one.value === value)?.value ?? ",")}
        allowDeselect={false}
      />
      {start.error !== null && <ProblemNote problem={start.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          Write the file
        </Button>
      </Group>
    </Stack>
  );
}

function Written({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["exports", id] satisfies Key,
    queryFn: () => ask(api.v1.exports[":id"].$get({ param: { id } })),
  });
  if (error !== null) return <ProblemNote problem={error} retry={refetch} />;
  const isDone = data?.state === "done";
  return (
    <Stack>
      <Text role="status">
        {isDone ? `${data.rows} people are in the file.` : `Writing: ${data?.rows ?? 0} people so far.`}
      </Text>
      {!isDone && <Progress value={100} animated aria-label="Writing the file" />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {isDone && (
          <Button component="a" href={`/api/v1/exports/${id}/file`} download>
            Download
          </Button>
        )}
      </Group>
    </Stack>
  );
}
