// Who goes into an export, and what its columns are.
import * as z from "zod";
import { Condition } from "#core/condition";
import type { Reach } from "#core/consent/permission";
import { DELIMITERS } from "#core/csv/dialect";
import type { Target } from "#core/csv/mapping";

export const ExportSettings = z.strictObject({
  /** Only the people of this import, in its columns; where absent, everybody, in the columns of the newest import. */
  importId: z.string().max(80).nullable().default(null),
  /** Only whom this holds for. */
  condition: Condition.nullable().default(null),
  /** Excel opens commas in English, semicolons where the comma is in numbers. */
  delimiter: z.enum(DELIMITERS).default(","),
});
export type ExportSettings = z.infer<typeof ExportSettings>;

export type ExportField =
  | {
      readonly kind:
        | "number"
        | "other-numbers"
        | "name"
        | "language"
        | "zone"
        | "tags"
        | "created"
        | "opted-out"
        /** Opted out, or suppressed everywhere: an import's column of our own heading says both. */
        | "refused";
    }
  | { readonly kind: "attribute" | "answer" | "category"; readonly name: string }
  | { readonly kind: "grant" | "suppression"; readonly channel: Reach };

/** A cell as it was in an import. */
export interface KeptCell {
  readonly importId: string;
  readonly column: number;
}

export interface ExportColumn {
  readonly heading: string;
  /** What we know now; null for a column that means nothing to us. */
  readonly field: ExportField | null;
  /** What imports said, the newest first: it counts where nothing is known. */
  readonly kept: readonly KeptCell[];
}

/** What was imported, the newest first. */
export interface ImportedColumns {
  readonly importId: string;
  readonly headings: readonly string[];
  readonly mapping: readonly Target[];
}

/** What there is to export, beside what everybody has. */
export interface Vocabulary {
  readonly attributes: readonly string[];
  readonly categories: readonly string[];
  readonly answers: readonly string[];
  readonly grants: readonly Reach[];
  readonly suppressions: readonly Reach[];
}

/**
 * The columns of the first import in its order, then what else is known, then what other imports brought besides. A heading that
 * one of them has is not there twice, so that a file that comes and goes does not grow.
 */
export function layOut(imported: readonly ImportedColumns[], known: Vocabulary): readonly ExportColumn[] {
  const columns: { heading: string; field: ExportField | null; kept: KeptCell[] }[] = [];
  const show = (heading: string, field: ExportField) => {
    if (heading === OPTED_OUT && columns.some((column) => column.field?.kind === "refused")) return;
    if (columns.some((column) => column.field !== null && keyOf(column.field) === keyOf(field))) return;
    const spare = columns.find((column) => column.heading === heading && column.field === null);
    if (spare === undefined) columns.push({ heading, field, kept: [] });
    else spare.field = field;
  };
  const [base, ...others] = imported;
  for (const [column, heading] of (base?.headings ?? []).entries()) {
    const said = fieldOf(base?.mapping[column]);
    const isOurs = heading === OPTED_OUT && said?.kind === "suppression" && said.channel === "*";
    const field: ExportField | null = isOurs ? { kind: "refused" } : said;
    const kept = field === null && base !== undefined ? [{ importId: base.importId, column }] : [];
    columns.push({ heading, field, kept });
  }
  for (const [heading, kind] of EVERYBODY) show(heading, { kind });
  for (const name of known.attributes) show(`attribute: ${name}`, { kind: "attribute", name });
  for (const name of known.categories) show(`category: ${name}`, { kind: "category", name });
  for (const channel of known.grants) show(reached("granted", channel), { kind: "grant", channel });
  for (const channel of known.suppressions)
    show(reached("suppressed", channel), { kind: "suppression", channel });
  for (const name of known.answers) show(`answer: ${name}`, { kind: "answer", name });
  for (const [heading, kind] of READ_ONLY) show(heading, { kind });
  for (const { importId, headings, mapping } of others) {
    for (const [column, heading] of headings.entries()) {
      if (fieldOf(mapping[column]) !== null) continue;
      const same = columns.find((one) => one.heading === heading);
      if (same === undefined) columns.push({ heading, field: null, kept: [{ importId, column }] });
      else same.kept.push({ importId, column });
    }
  }
  return columns;
}

const EVERYBODY = [
  ["Number", "number"],
  ["Name", "name"],
  ["Language", "language"],
  ["Time zone", "zone"],
  ["Tags", "tags"],
] as const;

const OPTED_OUT = "Opted out";
const READ_ONLY = [
  [OPTED_OUT, "opted-out"],
  ["Other numbers", "other-numbers"],
  ["Created", "created"],
] as const;

function reached(word: string, channel: Reach): string {
  return channel === "*" ? word : `${word}: ${channel}`;
}

function keyOf(field: ExportField): string {
  if ("name" in field) return `${field.kind} ${field.name}`;
  return "channel" in field ? `${field.kind} ${field.channel}` : field.kind;
}

function fieldOf(target: Target = { kind: "keep" }): ExportField | null {
  switch (target.kind) {
    case "keep":
      return null;
    case "number":
    case "name":
    case "language":
    case "zone":
    case "tags":
      return { kind: target.kind };
    case "attribute":
      return { kind: "attribute", name: target.name };
    case "category":
      return { kind: "category", name: target.funnel };
    case "grant":
    case "suppression":
      return { kind: target.kind, channel: target.channel };
    default:
      return target satisfies never;
  }
}
