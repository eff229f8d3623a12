// The parts of a flow's page, as its address names them.
export const TABS = ["edit", "picture", "start", "versions", "replay", "json"] as const;
export type Tab = (typeof TABS)[number];

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  edit: "Edit",
  picture: "Picture",
  start: "How it starts",
  versions: "Versions",
  replay: "Try on past ones",
  json: "JSON",
};
