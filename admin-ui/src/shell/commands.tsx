// The palette itself: every place, what can be begun, people, and everything else that has a name.
import "@mantine/spotlight/styles.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { IconAddressBook, IconPlus, IconSettings } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useMay } from "../data/use-session.ts";
import type { Role } from "../data/use-session.ts";
import { DOINGS, PARTS_OF_SETUP } from "./doings.ts";
import { keepMatching } from "./keep-matching.ts";
import { NAV } from "./nav.ts";
import { FOUND } from "./found.ts";
import { KINDS, useFound } from "./use-found.ts";

const [store, palette] = createSpotlight();

const ICON = { size: 20, stroke: 1.7 } as const;

/** Opens whenever `opens` counts up. */
export default function Commands({ opens }: { readonly opens: number }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const may: Record<Role, boolean> = { viewer: true, editor: useMay("editor"), owner: useMay("owner") };
  const { people, named, isLooking } = useFound(typed);
  useEffect(() => palette.open(), [opens]);
  const places = NAV.map(({ label, places: those }) => ({
    group: label ?? "Start",
    actions: those.map(({ to, label: name, icon: Icon }) => ({
      id: to,
      label: name,
      leftSection: <Icon {...ICON} />,
      onClick: () => void navigate({ to }),
    })),
  }));
  const setup = PARTS_OF_SETUP.filter(({ role }) => may[role]).map(({ label, words, to }) => ({
    id: to,
    label,
    keywords: words.split(" "),
    leftSection: <IconSettings {...ICON} />,
    onClick: () => void navigate({ to }),
  }));
  const doings = DOINGS.filter(({ role }) => may[role]).map(({ label, words, role: _role, ...there }) => ({
    id: `do ${label}`,
    label,
    keywords: words.split(" "),
    leftSection: <IconPlus {...ICON} />,
    onClick: () => void navigate(there),
  }));
  const found = [
    {
      group: "Contacts",
      actions: people.map(({ id, name, about }) => ({
        id,
        label: name,
        description: about,
        // Whoever was found by a number need not be called so.
        keywords: [typed.trim()],
        leftSection: <IconAddressBook {...ICON} />,
        onClick: () => void navigate({ to: "/contacts/$contactId", params: { contactId: id } }),
      })),
    },
    ...KINDS.map((kind) => {
      const { label, icon: Icon, linkTo } = FOUND[kind];
      return {
        group: label,
        actions: named[kind]
          .filter(({ name }) => name !== "")
          .map(({ id, name }) => ({
            id: `${kind} ${id}`,
            label: name,
            leftSection: <Icon {...ICON} />,
            onClick: () => void navigate(linkTo(id)),
          })),
      };
    }),
  ];
  return (
    <Spotlight
      store={store}
      query={typed}
      onQueryChange={setTyped}
      actions={[...places, { group: "Setup", actions: setup }, { group: "Begin", actions: doings }, ...found]}
      shortcut={null}
      nothingFound={isLooking ? "Looking…" : "Nothing of that name"}
      searchProps={{ placeholder: "A page, a person, a flow…", "aria-label": "Where to?" }}
      scrollable
      maxHeight={420}
      filter={keepMatching}
      attributes={{ content: { "aria-label": "Go to" } }}
    />
  );
}
