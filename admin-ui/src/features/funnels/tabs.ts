// What a funnel's page shows, tab by tab.
export const TABS = ["overview", "people", "history", "slots", "setup"] as const;
export type Tab = (typeof TABS)[number];

export const TAB_LABELS: Readonly<Record<Tab, string>> = {
  overview: "How it goes",
  people: "People",
  history: "History",
  slots: "Slots",
  setup: "Set-up",
};

/** Where somebody stands; the core's own list comes with its validator. */
export const PHASES = ["new", "waiting", "asked", "out"] as const satisfies readonly Phase[];
type Phase = "new" | "waiting" | "asked" | "out";
