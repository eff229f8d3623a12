// One row as the person it is about, or the reason why it is none.
import type { ImportSettings, Target } from "#core/csv/mapping";
import { readValue, unmarkFormula } from "#core/csv/mark";
import type { Rejection } from "#core/csv/rejection";
import { readNumber } from "#core/csv/read-number";
import { CELL_CHARACTERS_MAX, charactersOf, ROW_CHARACTERS_MAX } from "#core/csv/row-limits";
import { readTags } from "#core/csv/tag-cell";
import { readConsent } from "#core/csv/read-consent";
import type { Told } from "#core/csv/read-consent";
import { readLanguage } from "#core/csv/read-language";
import type { Row } from "#core/csv/scan";
import type { FieldValue } from "#core/conversation/run";
import { isZone } from "#core/zone";

export interface ReadPerson {
  readonly kind: "person";
  /** E.164. */
  readonly number: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly attributes: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  readonly categories: Readonly<Record<string, string>>;
  readonly told: readonly Told[];
  /** Cells of columns that mean nothing to us, by column. */
  readonly kept: Readonly<Record<number, string>>;
}

export interface Rejected {
  readonly kind: "rejected";
  readonly why: Rejection;
}

/** As the API takes them. */
const CHARACTERS_MAX: Readonly<Record<Target["kind"], number>> = {
  number: 60,
  name: 120,
  language: 60,
  zone: 60,
  attribute: 500,
  category: 60,
  grant: 60,
  suppression: 60,
  // Each tag is at most 60.
  tags: 5_000,
  // Kept for the export only.
  keep: CELL_CHARACTERS_MAX,
};

/** Everything but tab and line ends: a table of texts has none, a file in another encoding is full of them. */
const CONTROLS = /[^\P{Cc}\t\r\n]/u;

export interface Reading extends ImportSettings {
  readonly headings: readonly string[];
  /** Epoch milliseconds: consent is from the past. */
  readonly now: number;
}

export function readPerson({ cells, fault }: Row, reading: Reading): ReadPerson | Rejected {
  if (fault !== undefined) return rejected({ kind: fault === "too-long" ? "row-too-long" : fault });
  const shape = checkShape(cells, reading);
  if (shape !== null) return rejected(shape);
  const draft = {
    number: "",
    name: null as string | null,
    language: null as string | null,
    zone: null as string | null,
    attributes: {} as Record<string, FieldValue>,
    tags: [...reading.addTags],
    categories: {} as Record<string, string>,
    told: [] as Told[],
    kept: {} as Record<number, string>,
  };
  for (const [column, heading] of reading.headings.entries()) {
    const target = reading.mapping[column] ?? { kind: "keep" };
    const raw = cells[column] ?? "";
    // What we compare comes in composed, as every text does; what is kept for the export comes back as it was.
    const cell = target.kind === "keep" ? raw : raw.normalize("NFC");
    if (target.kind === "number") {
      const number = readNumber(unmarkFormula(cell), reading.defaultCountry);
      if (number.kind !== "ok") return rejected(number.why);
      draft.number = number.e164;
      continue;
    }
    if (cell === "") continue;
    switch (target.kind) {
      case "keep":
        draft.kept[column] = unmarkFormula(cell);
        break;
      case "name":
        draft.name = unmarkFormula(cell).trim() || null;
        break;
      case "language":
        draft.language = readLanguage(cell.trim());
        if (draft.language === null) return rejected({ kind: "bad-language", cell });
        break;
      case "zone":
        draft.zone = cell.trim();
        if (!isZone(draft.zone)) return rejected({ kind: "bad-zone", cell });
        break;
      case "attribute":
        draft.attributes[target.name] = target.type === "auto" ? readValue(cell) : unmarkFormula(cell);
        break;
      case "tags": {
        const tags = readTags(unmarkFormula(cell));
        const long = tags.find((tag) => tag.length > 60);
        if (long !== undefined)
          return rejected({ kind: "cell-too-long", column: heading, characters: long.length, max: 60 });
        draft.tags.push(...tags);
        break;
      }
      case "category":
        draft.categories[target.funnel] = unmarkFormula(cell);
        break;
      case "grant":
      case "suppression": {
        const read = readConsent(cell, heading, target, reading.now);
        if (read.kind === "rejected") return rejected(read.why);
        if (read.kind === "told") draft.told.push(read.told);
        break;
      }
      default:
        return target satisfies never;
    }
  }
  if (reading.everybodyAgreed !== null)
    draft.told.push({ kind: "grant", channel: "*", at: null, words: reading.everybodyAgreed });
  const name = draft.name ?? (hasNameColumn(reading) ? null : composeName(draft.attributes));
  return { kind: "person", ...draft, name, tags: [...new Set(draft.tags)] };
}

function rejected(why: Rejection): Rejected {
  return { kind: "rejected", why };
}

function checkShape(cells: readonly string[], { headings, mapping }: Reading): Rejection | null {
  const columns = headings.length;
  if (cells.length < columns) return { kind: "cells-missing", cells: cells.length, columns };
  // Spreadsheets fill rows up with empty cells.
  if (cells.slice(columns).some((cell) => cell !== ""))
    return { kind: "cells-extra", cells: cells.length, columns };
  for (const [column, heading] of headings.entries()) {
    const cell = cells[column] ?? "";
    const max = CHARACTERS_MAX[mapping[column]?.kind ?? "keep"];
    if (cell.length > max) return { kind: "cell-too-long", column: heading, characters: cell.length, max };
    if (CONTROLS.test(cell)) return { kind: "control-characters", column: heading };
  }
  return charactersOf(cells) > ROW_CHARACTERS_MAX ? { kind: "row-too-long" } : null;
}

function hasNameColumn({ mapping }: Reading): boolean {
  return mapping.some(({ kind }) => kind === "name");
}

/** Lists that have first and last names apart have no other. */
function composeName({ first_name: first, last_name: last }: Readonly<Record<string, FieldValue>>) {
  const parts = [first, last].filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? null : parts.join(" ").slice(0, CHARACTERS_MAX.name);
}
