// What a launched campaign shows, tab by tab.
export const TABS = ["overview", "recipients", "left-out", "history"] as const;
export type Tab = (typeof TABS)[number];
