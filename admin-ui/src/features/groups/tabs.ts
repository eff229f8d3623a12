// What there is to a group, in the order in which it is looked for.
export const TABS = [
  "settings",
  "calls",
  "voicemail",
  "reminders",
  "volunteers",
  "blocked",
  "calendar",
] as const;
export type Tab = (typeof TABS)[number];

export const TAB_LABELS: Readonly<Record<Tab, string>> = {
  settings: "Group",
  calls: "Calls",
  voicemail: "Voicemail and texts",
  reminders: "Reminders",
  volunteers: "Volunteers",
  blocked: "Blocked callers",
  calendar: "Calendars and import",
};

/** These are one form with one save. */
export const FORM_TABS: ReadonlySet<Tab> = new Set(["settings", "calls", "voicemail", "reminders"]);
