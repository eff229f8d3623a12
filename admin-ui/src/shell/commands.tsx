// The palette itself: every place, and people found by name or number.
import "@mantine/spotlight/styles.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { NAV } from "./nav.ts";

const [store, palette] = createSpotlight();

/** Opens whenever `opens` counts up. */
export default function Commands({ opens }: { readonly opens: number }) {
  const navigate = useNavigate();
  useEffect(() => palette.open(), [opens]);
  const groups = NAV.map(({ label, places }) => ({
    group: label ?? "Start",
    actions: places.map(({ to, label: name, icon: Icon }) => ({
      id: to,
      label: name,
      leftSection: <Icon size={20} stroke={1.7} />,
      onClick: () => void navigate({ to }),
    })),
  }));
  return (
    <Spotlight
      store={store}
      actions={groups}
      shortcut={null}
      nothingFound="Nothing of that name"
      searchProps={{ placeholder: "Where to?", "aria-label": "Where to?" }}
      scrollable
      maxHeight={420}
    />
  );
}
