// What can be done with somebody as a whole: begin a flow, merge, take out everything, forget.
import { Button, Menu, Modal } from "@mantine/core";
import {
  IconArrowMerge,
  IconChevronDown,
  IconDownload,
  IconPlayerPlay,
  IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { callOf } from "../../../data/contact-rows.ts";
import { useMay } from "../../../data/use-session.ts";
import { Erase } from "./erase.tsx";
import { Merge } from "./merge.tsx";
import type { Contact } from "./questions.ts";
import { StartFlow } from "./start-flow.tsx";

type Open = "flow" | "merge" | "erase";

const TITLES: Readonly<Record<Open, (name: string) => string>> = {
  flow: (name) => `Begin a flow with ${name}`,
  merge: (name) => `Merge another contact into ${name}`,
  erase: (name) => `Forget ${name}?`,
};

export function ContactActions({ contact }: { readonly contact: Contact }) {
  const mayEdit = useMay("editor");
  const isOwner = useMay("owner");
  const [open, setOpen] = useState<Open | null>(null);
  if (!mayEdit || contact.erasedAt !== null || contact.mergedInto !== null) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        onClick={() => setOpen("flow")}
      >
        Begin a flow
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setOpen("merge")}>
            Merge another contact into this one
          </Menu.Item>
          {isOwner && (
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden />}
              component="a"
              href={`/api/v1/contacts/${contact.id}/everything`}
              download
            >
              Everything about them, as one file
            </Menu.Item>
          )}
          {isOwner && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen("erase")}>
              Forget this person
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={open !== null}
        onClose={close}
        title={open === null ? "" : TITLES[open](callOf(contact))}
        size="lg"
      >
        {open === "flow" && <StartFlow contact={contact} onDone={close} />}
        {open === "merge" && <Merge contact={contact} onDone={close} />}
        {open === "erase" && <Erase contact={contact} onDone={close} />}
      </Modal>
    </>
  );
}
