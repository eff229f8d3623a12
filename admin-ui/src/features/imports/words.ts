// How imports are spoken of.
import type { Outcome, Row, State, Target } from "./questions.ts";

export const STATE_WORDS: Readonly<Record<State, { readonly label: string; readonly color: string }>> = {
  uploaded: { label: "Columns to be settled", color: "gray" },
  checking: { label: "Being looked through", color: "blue" },
  checked: { label: "Ready to import", color: "blue" },
  importing: { label: "Being imported", color: "blue" },
  imported: { label: "Imported", color: "teal" },
  undoing: { label: "Being taken back", color: "orange" },
  undone: { label: "Taken back", color: "gray" },
  failed: { label: "Stopped", color: "red" },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly label: string; readonly color: string }>> = {
  new: { label: "New", color: "teal" },
  changed: { label: "Changed", color: "blue" },
  same: { label: "Nothing new", color: "gray" },
  rejected: { label: "Rejected", color: "red" },
};

/** What a column can be, the likeliest first. */
export const TARGET_WORDS: Readonly<Record<Target["kind"], string>> = {
  number: "Phone number",
  name: "Name",
  language: "Language",
  zone: "Time zone",
  tags: "Tags",
  attribute: "An attribute",
  category: "Category in a funnel",
  grant: "They agreed: yes, or when",
  suppression: "Leave alone: yes, or when",
  keep: "Nothing: kept for the export",
};

export const RULE_WORDS = {
  fill: { label: "Fill in what is not known", description: "What is known already stays." },
  overwrite: {
    label: "The file is right",
    description: "Its values replace what is known. Empty cells clear nothing.",
  },
  keep: { label: "Leave them alone", description: "Only people who are new are taken from the file." },
} as const;

/** `attributes.plan` as "plan". */
export function fieldName(field: string): string {
  const [root = "", ...rest] = field.split(".");
  const name = rest.join(".").replaceAll("_", " ");
  switch (root) {
    case "attributes":
      return name;
    case "tags":
      return `Tag “${rest.join(".")}”`;
    case "categories":
      return `Category in ${name}`;
    case "grant":
      return name === "*" ? "Agreed" : `Agreed to ${name}`;
    case "suppression":
      return name === "*" ? "To be left alone" : `To be left alone on ${name}`;
    case "zone":
      return "Time zone";
    default:
      return root.charAt(0).toUpperCase() + root.slice(1);
  }
}

type Value = Row["changes"][number]["to"];

/** Consent holds instants; a tag is there or not. */
export function fieldValue(field: string, value: Value): string {
  if (value === null || value === "") return "nothing";
  if (/^(grant|suppression)\./.test(field) && typeof value === "number")
    return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }).format(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
