// Putting people in: whoever is in a segment now, or everybody of an import.
import { Button, Group, Modal, SegmentedControl, Select, Stack, Switch, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSegments } from "../../../data/choices.ts";
import type { Key } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import { PeopleField } from "../../../ui/people-field.tsx";
import { inNumbers } from "../words.ts";

const KINDS = ["segment", "import", "contacts"] as const;
type Kind = (typeof KINDS)[number];

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
  const [kind, setKind] = useState<Kind>("segment");
  const [people, setPeople] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const segments = useSegments();
  const imports = useQuery({
    queryKey: ["imports", "choices"] satisfies Key,
    queryFn: () => ask(api.v1.imports.$get({ query: {} })),
  });
  const enrol = useSave({
    save: () => {
      const json = { ...newcomersOf(kind, chosen ?? "", people), again };
      return ask(api.v1.funnels[":id"].members.$post({ param: { id }, json }));
    },
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
          { value: "contacts", label: "People by name" },
        ]}
        value={kind}
        onChange={(value) => {
          setKind(KINDS.find((each) => each === value) ?? "segment");
          setChosen(null);
        }}
      />
      {kind === "contacts" ? (
        <PeopleField ids={people} onChange={setPeople} />
      ) : (
        <Select
          label={kind === "segment" ? "Segment" : "Import"}
          data={data}
          value={chosen}
          onChange={setChosen}
          searchable
          data-autofocus
          nothingFoundMessage="Nothing of that name"
        />
      )}
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
          disabled={kind === "contacts" ? people.length === 0 : chosen === null}
          loading={enrol.isPending}
          onClick={() => enrol.mutate()}
        >
          Put them in
        </Button>
      </Group>
    </Stack>
  );
}

function newcomersOf(kind: Kind, chosen: string, people: readonly string[]) {
  switch (kind) {
    case "segment":
      return { kind, segment: chosen };
    case "import":
      return { kind, importId: chosen };
    case "contacts":
      return { kind, contacts: [...people] };
    default:
      return kind satisfies never;
  }
}
