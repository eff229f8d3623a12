// A person as a row of an export.
import type { ExportColumn, ExportField } from "#core/csv/export";
import { markFormula, writeValue } from "#core/csv/mark";
import { writeTags } from "#core/csv/tag-cell";
import type { FieldValue } from "#core/conversation/run";

export interface ExportedPerson {
  readonly numbers: readonly string[];
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  /** Epoch milliseconds, as all instants. */
  readonly createdAt: number;
  readonly optedOutAt: number | null;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, FieldValue>>;
  readonly categories: Readonly<Record<string, string>>;
  /** The label of the newest answer by its name. */
  readonly answers: Readonly<Record<string, string>>;
  readonly granted: Readonly<Record<string, number>>;
  readonly suppressed: Readonly<Record<string, number>>;
  /** Cells of imports, by import and column. */
  readonly kept: Readonly<Record<string, Readonly<Record<number, string>>>>;
}

/** Its cells, none of which a spreadsheet runs. */
export function toCells(columns: readonly ExportColumn[], person: ExportedPerson): readonly string[] {
  return columns.map(({ field, kept }) => {
    const cell = field === null ? "" : cellOf(field, person);
    if (cell !== "") return cell;
    const cells = kept.map(({ importId, column }) => own(person.kept, importId)?.[column] ?? "");
    return markFormula(cells.find((text) => text !== "") ?? "");
  });
}

function cellOf(field: ExportField, person: ExportedPerson): string {
  switch (field.kind) {
    case "number":
      return markFormula(person.numbers[0] ?? "");
    case "other-numbers":
      return markFormula(person.numbers.slice(1).join("; "));
    case "name":
    case "language":
    case "zone":
      return markFormula(person[field.kind] ?? "");
    case "tags":
      return markFormula(writeTags(person.tags));
    case "attribute":
      return writeValue(own(person.attributes, field.name) ?? null);
    case "category":
      return markFormula(own(person.categories, field.name) ?? "");
    case "answer":
      return markFormula(own(person.answers, field.name) ?? "");
    case "grant":
      return toInstant(own(person.granted, field.channel) ?? null);
    case "suppression":
      return toInstant(own(person.suppressed, field.channel) ?? null);
    case "opted-out":
      return toInstant(person.optedOutAt);
    case "refused":
      return toInstant(newest(person.optedOutAt, own(person.suppressed, "*") ?? null));
    case "created":
      return toInstant(person.createdAt);
    default:
      return field satisfies never;
  }
}

function toInstant(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}

function newest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Names come from people: `constructor` is nobody's attribute. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
