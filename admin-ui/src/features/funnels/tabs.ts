// What a funnel's page shows, tab by tab.
export const TABS = ["overview", "people", "history", "slots", "setup"] as const;
export type Tab = (typeof TABS)[number];

/** Where somebody stands; the core's own list comes with its validator. */
export const PHASES = ["new", "waiting", "asked", "out"] as const satisfies readonly Phase[];
type Phase = "new" | "waiting" | "asked" | "out";
