// What an import would do, or did: counted, row by row, and what can be done next.
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Counts } from "./counts.tsx";
import { ListThem } from "./list-them.tsx";
import type { Import } from "./questions.ts";
import { Rows } from "./rows.tsx";
import { Settle } from "./settle/settle.tsx";

export function Outcome({ record }: { readonly record: Import }) {
  const { id, state, counts, failure, undone, startedAt } = record;
  const people = counts.new + counts.changed;
  // Nobody would come of it: what is to be done is to look at the settings again.
  const isInVain = people === 0 && counts.rejected > 0;
  const mayEdit = useMay("editor");
  const [isSettling, setIsSettling] = useState(false);
  if (isSettling) return <Settle record={record} onDone={() => setIsSettling(false)} />;
  return (
    <Stack gap="lg">
      {failure !== null && (
        <Alert color="red" title="The import stopped" role="alert">
          {failure}
        </Alert>
      )}
      {state === "checked" && <Text>This is what would happen. Nobody is changed yet.</Text>}
      {state === "undone" && (
        <Text>
          Taken back: {undone.removed} people removed, {undone.reverted} put back as they were.
        </Text>
      )}
      <Counts counts={counts} />
      {mayEdit && (
        <Group gap="xs">
          {state === "checked" && (
            <>
              {!isInVain && <Start id={id} people={people} />}
              <Button variant={isInVain ? "filled" : "default"} onClick={() => setIsSettling(true)}>
                Change the columns
              </Button>
            </>
          )}
          {state === "imported" && <ListThem record={record} />}
          {counts.rejected > 0 && (
            <Button
              component="a"
              href={`/api/v1/imports/${id}/rejects`}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              Rejected rows as CSV
            </Button>
          )}
          {(state === "imported" || state === "failed") && startedAt !== null && <Undo id={id} />}
        </Group>
      )}
      {mayEdit && <Rows record={record} />}
    </Stack>
  );
}

function Start({ id, people }: { readonly id: string; readonly people: number }) {
  const { mutate, isPending } = useSave({
    save: () => ask(api.v1.imports[":id"].start.$post({ param: { id } })),
    touches: ["imports", "contacts"],
  });
  return (
    <Button onClick={() => mutate()} loading={isPending}>
      {people === 0 ? "Import all the same" : `Import ${people.toLocaleString("en-GB")}`}
    </Button>
  );
}

function Undo({ id }: { readonly id: string }) {
  const [isAsking, { open, close }] = useDisclosure();
  const { mutate, isPending } = useSave({
    save: () => ask(api.v1.imports[":id"].undo.$post({ param: { id } })),
    touches: ["imports", "contacts"],
    onSaved: close,
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        Take it back
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={close}
        title="Take this import back?"
        action="Take it back"
        keep="Keep it"
        isBusy={isPending}
        onConfirm={() => mutate()}
      >
        People it brought are removed, unless somebody touched them since. Values it changed are put back
        where they are still the import’s. Whoever was to be left alone stays so. What was said in
        conversations stays.
      </Confirm>
    </>
  );
}
