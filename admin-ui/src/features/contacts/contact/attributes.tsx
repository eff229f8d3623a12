// Everything else that is known, by name, with who changed it when.
import { ActionIcon, Button, Modal, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "../../../data/use-session.ts";
import { showValue, toDraft } from "./attribute-draft.ts";
import type { AttributeDraft } from "./attribute-draft.ts";
import { AttributeForm } from "./attribute-form.tsx";
import { Fact } from "./fact.tsx";
import type { Contact } from "./questions.ts";
import { Section } from "./section.tsx";

export function Attributes({ contact }: { readonly contact: Contact }) {
  const mayChange = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const [open, setOpen] = useState<AttributeDraft | null>(null);
  const known = Object.entries(contact.attributes).filter(([, { value }]) => value !== null);
  return (
    <Section
      title="Attributes"
      action={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(toDraft("", ""))}>
            Add
          </Button>
        )
      }
    >
      {known.length === 0 && (
        <Text size="sm" c="dimmed">
          Answers of flows and columns of imports are kept here.
        </Text>
      )}
      <ul className="facts">
        {known.map(([name, given]) => (
          <Fact
            key={name}
            label={name}
            given={given}
            actions={
              mayChange && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Change ${name}`}
                  onClick={() => setOpen(toDraft(name, given.value))}
                >
                  <IconPencil size={16} />
                </ActionIcon>
              )
            }
          >
            {showValue(given.value)}
          </Fact>
        ))}
      </ul>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open?.name === "" ? "Add an attribute" : `Change ${open?.name ?? ""}`}
      >
        {open !== null && (
          <AttributeForm
            contactId={contact.id}
            first={open}
            known={contact.attributes[open.name]?.value ?? null}
            onDone={() => setOpen(null)}
          />
        )}
      </Modal>
    </Section>
  );
}
