// Where imports, their rows and exports can stand.

export const IMPORT_STATES = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "imported",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Every row of a file ends in exactly one of these. */
export const OUTCOMES = ["new", "changed", "same", "rejected"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EXPORT_STATES = ["working", "done"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
