// Putting people in: whoever is in a segment now, or everybody of an import.
import { Button, Group, Modal, SegmentedControl, Select, Stack, Switch, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSegments } from "../../../data/choices.ts";
import type { Key } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import { inNumbers } from "../words.ts";

export function Enrol({ id }: { readonly id: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        Put people in…
      </Button>
      <Modal opened={isOpen} onClose={close} title="Put people in" centered>
        <EnrolForm id={id} close={close} />
      </Modal>
    </>
  );
}

function EnrolForm({ id, close }: { readonly id: string; readonly close: () => void }) {
  const [kind, setKind] = useState<"segment" | "import">("segment");
  const [chosen, setChosen] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const segments = useSegments();
  const imports = useQuery({
    queryKey: ["imports", "choices"] satisfies Key,
    queryFn: () => ask(api.v1.imports.$get({ query: {} })),
  });
  const enrol = useSave({
    save: (from: string) =>
      ask(
        api.v1.funnels[":id"].members.$post({
          param: { id },
          json: kind === "segment" ? { kind, segment: from, again } : { kind, importId: from, again },
        }),
      ),
    touches: ["funnels", "contacts", "audit"],
    said: ({ added, returned, same }) =>
      `${inNumbers(added)} put in, ${inNumbers(returned)} begin again, ${inNumbers(same)} stay as they are.`,
    onSaved: close,
  });
  const data =
    kind === "segment"
      ? (segments.data ?? []).map((one) => ({ value: one.id, label: one.name }))
      : (imports.data?.data ?? []).map((one) => ({ value: one.id, label: one.fileName }));
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="From where"
        data={[
          { value: "segment", label: "A segment" },
          { value: "import", label: "An import" },
        ]}
        value={kind}
        onChange={(value) => {
          setKind(value === "import" ? "import" : "segment");
          setChosen(null);
        }}
      />
      <Select
        label={kind === "segment" ? "Segment" : "Import"}
        data={data}
        value={chosen}
        onChange={setChosen}
        searchable
        data-autofocus
        nothingFoundMessage="Nothing of that name"
      />
      <Switch
        label="Who has left begins again"
        checked={again}
        onChange={({ currentTarget: { checked } }) => setAgain(checked)}
      />
      <Text size="sm" c="dimmed">
        They begin at the first stage. Who is in it already stays where they are.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        <Button
          disabled={chosen === null}
          loading={enrol.isPending}
          onClick={() => chosen !== null && enrol.mutate(chosen)}
        >
          Put them in
        </Button>
      </Group>
    </Stack>
  );
}
