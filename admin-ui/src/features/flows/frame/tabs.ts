// The parts of a flow's page, as its address names them.
export const TABS = ["edit", "start", "versions", "json"] as const;
export type Tab = (typeof TABS)[number];

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  edit: "Edit",
  start: "How it starts",
  versions: "Versions",
  json: "JSON",
};
