// Where a person can be reached: numbers added and taken away.
import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { addressOf } from "../../../data/contact-rows.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { When } from "../../../ui/when.tsx";
import { Fact } from "./fact.tsx";
import type { Address, Contact } from "./questions.ts";
import { Section } from "./section.tsx";

const KINDS: Readonly<Record<string, string>> = {
  phone: "Phone",
  "whatsapp-user": "WhatsApp",
  visitor: "Web chat",
};

export function Addresses({ contact }: { readonly contact: Contact }) {
  const mayChange = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const [isAdding, setIsAdding] = useState(false);
  const [taken, setTaken] = useState<Address | null>(null);
  return (
    <Section
      title="Where they can be reached"
      action={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setIsAdding(true)}>
            Add a number
          </Button>
        )
      }
    >
      <ul className="facts">
        {contact.addresses.map((address) => (
          <Fact
            key={address.id}
            label={KINDS[address.kind] ?? "Address"}
            actions={
              <>
                {address.lastHeardAt !== null && (
                  <Text size="xs" c="dimmed">
                    last wrote <When at={address.lastHeardAt} show="day" />
                  </Text>
                )}
                {mayChange && contact.addresses.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Take ${addressOf(address) ?? "this address"} away`}
                    onClick={() => setTaken(address)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </>
            }
          >
            {addressOf(address) ?? "Forgotten"}
          </Fact>
        ))}
      </ul>
      <Modal opened={isAdding} onClose={() => setIsAdding(false)} title="Add a number">
        <Adding contactId={contact.id} onDone={() => setIsAdding(false)} />
      </Modal>
      <Modal opened={taken !== null} onClose={() => setTaken(null)} title="Take a number away">
        {taken !== null && <Taking contactId={contact.id} address={taken} onDone={() => setTaken(null)} />}
      </Modal>
    </Section>
  );
}

interface DialogProps {
  readonly contactId: string;
  readonly onDone: () => void;
}

function Adding({ contactId: id, onDone }: DialogProps) {
  const [number, setNumber] = useState("");
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.contacts[":id"].addresses.$post({ param: { id }, json: { number } })),
    touches: ["contacts"],
    isQuiet: true,
    onSaved: onDone,
  });
  const problem = fieldProblems(error)("number");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Number"
          type="tel"
          description="If they said STOP at any number, all the others are silent too."
          required
          data-autofocus
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          error={problem}
        />
        {error !== null && problem === undefined && <ProblemNote problem={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Taking({ contactId: id, address, onDone }: DialogProps & { readonly address: Address }) {
  const { mutate, isPending } = useSave({
    save: () =>
      ask(api.v1.contacts[":id"].addresses[":addressId"].$delete({ param: { id, addressId: address.id } })),
    touches: ["contacts", "conversations"],
    onSaved: onDone,
  });
  return (
    <Stack>
      <Text size="sm">
        {addressOf(address)} becomes a contact of its own, with what was said there. What another number’s
        STOP silenced stays silent.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          Cancel
        </Button>
        <Button loading={isPending} onClick={() => mutate()}>
          Take it away
        </Button>
      </Group>
    </Stack>
  );
}
