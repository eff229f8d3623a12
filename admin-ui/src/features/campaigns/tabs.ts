// What a launched campaign shows, tab by tab.
export const TABS = ["overview", "recipients", "left-out", "history"] as const;
export type Tab = (typeof TABS)[number];

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  overview: "How it goes",
  recipients: "Recipients",
  "left-out": "Left out",
  history: "History",
};
