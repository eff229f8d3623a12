// Out and in again: whatever is known about a person, and whatever a file held besides, comes back as it was.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DELIMITERS } from "#core/csv/dialect";
import { layOut } from "#core/csv/export";
import { toCells } from "#core/csv/export-row";
import type { ExportedPerson } from "#core/csv/export-row";
import { readHeadings } from "#core/csv/headings";
import { markFormula } from "#core/csv/mark";
import { proposeMapping } from "#core/csv/propose";
import { readPerson } from "#core/csv/read-person";
import { writeRow } from "#core/csv/write-row";
import { COMMAS, encode, scan } from "./scanning.ts";

const NOW = Date.UTC(2026, 10, 21);
/** What spreadsheets, readers and our own marks trip over. */
const trouble = fc.string({
  unit: fc.constantFrom(
    "a",
    "é",
    "😀",
    "'",
    '"',
    "=",
    "+",
    "-",
    "@",
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r",
    " ",
    "0",
    "7",
    "[",
    "]",
  ),
  minLength: 1,
  maxLength: 12,
});
const text = fc.oneof(trouble, fc.constantFrom("true", "'5", "007", "1e3", "NULL", '["a"]'));
/** As people are called: names and tags have no space around them. */
const trimmed = text.map((word) => word.trim()).filter((word) => word !== "");
const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const instant = fc.integer({ min: 0, max: NOW });

const people: fc.Arbitrary<ExportedPerson> = fc.record({
  numbers: fc.integer({ min: 2_000_000, max: 9_999_999 }).map((digits) => [`+1303${digits}`]),
  name: fc.option(trimmed),
  language: fc.constantFrom(null, "en", "pt-BR"),
  zone: fc.constantFrom(null, "Europe/London"),
  createdAt: instant,
  optedOutAt: fc.constant(null),
  tags: fc.uniqueArray(trimmed, { maxLength: 3 }),
  attributes: fc.dictionary(fc.constantFrom("plan", "age", "first_name"), value, { maxKeys: 3 }),
  categories: fc.dictionary(fc.constantFrom("intake", "follow_up"), trimmed, { maxKeys: 2 }),
  answers: fc.dictionary(fc.constantFrom("rating"), trimmed, { maxKeys: 1 }),
  granted: fc.dictionary(fc.constantFrom("*", "sms"), instant, { maxKeys: 2 }),
  suppressed: fc.dictionary(fc.constantFrom("*", "whatsapp"), instant, { maxKeys: 2 }),
  kept: fc.record({ old: fc.dictionary(fc.constantFrom("0", "2", "3"), text, { maxKeys: 3 }) }),
});

test("an export that is imported again says the same of everybody", () => {
  const columns = layOut(
    [
      {
        importId: "old",
        headings: ["Notes", "Phone", "Notes", "=Sum"],
        mapping: [{ kind: "keep" }, { kind: "number" }, { kind: "keep" }, { kind: "keep" }],
      },
    ],
    {
      attributes: ["age", "first_name", "plan"],
      categories: ["follow_up", "intake"],
      answers: ["rating"],
      grants: ["*", "sms"],
      suppressions: ["*", "whatsapp"],
    },
  );
  fc.assert(
    fc.property(
      fc.array(people, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...DELIMITERS),
      (all, delimiter) => {
        const head = writeRow(
          columns.map(({ heading }) => markFormula(heading)),
          delimiter,
        );
        const cells = all.map((person) => toCells(columns, person));
        expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        const file = head + cells.map((row) => writeRow(row, delimiter)).join("");
        const [first, ...rows] = scan(encode(file), { ...COMMAS, delimiter });
        const headings = readHeadings([first?.cells ?? []], true);
        expect(headings).toEqual(columns.map(({ heading }) => heading));
        const mapping = proposeMapping(headings, []).map((target, column) =>
          // Notes mean nothing to us in this story, and a column named by a formula neither.
          headings[column] === "Notes" || headings[column] === "=Sum" ? ({ kind: "keep" } as const) : target,
        );
        const reading = {
          mapping: [...mapping],
          headings,
          rule: "fill" as const,
          defaultCountry: null,
          addTags: [],
          everybodyAgreed: null,
          now: NOW,
        };
        expect(rows.map((row) => whatIsSaid(readPerson(row, reading)))).toEqual(all.map(whatIsKnown));
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test("a file that goes out and comes in again and again does not grow, and says who opted out", () => {
  const known = {
    attributes: ["plan"],
    categories: ["intake"],
    answers: ["rating"],
    grants: ["*" as const],
    suppressions: ["*" as const],
  };
  const exported = (headings: readonly string[]) =>
    layOut([{ importId: "last", headings, mapping: proposeMapping(headings, []) }], known);
  const first = exported(["Phone", "Plan", "Rating"]);
  const second = exported(first.map(({ heading }) => heading));
  const third = exported(second.map(({ heading }) => heading));
  expect(second.map(({ heading }) => heading)).toEqual(first.map(({ heading }) => heading));
  expect(third).toEqual(second);
  const optedOut = second.findIndex(({ heading }) => heading === "Opted out");
  const [person] = fc.sample(people, { seed: 3, numRuns: 1 });
  const shown = (optedOutAt: number | null, suppressed: Record<string, number>) =>
    person && toCells(second, { ...person, optedOutAt, suppressed })[optedOut];
  expect([shown(null, {}), shown(0, {}), shown(null, { "*": 0 }), shown(1_000, { "*": 0 })]).toEqual([
    "",
    "1970-01-01T00:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "1970-01-01T00:00:01.000Z",
  ]);
});

/** Of an export, in the words of `whatIsSaid`. */
function whatIsKnown({ numbers, granted, suppressed, kept, answers, ...known }: ExportedPerson) {
  const values = Object.entries(known.attributes).map(([name, value]) => [
    name,
    Object.is(value, -0) ? 0 : value,
  ]);
  return {
    number: numbers[0],
    name: known.name,
    language: known.language,
    zone: known.zone,
    attributes: Object.fromEntries(values),
    tags: known.tags.toSorted(),
    categories: known.categories,
    told: [
      ...Object.entries(granted).map(([channel, at]) => `grant ${channel} ${at}`),
      ...Object.entries(suppressed).map(([channel, at]) => `suppression ${channel} ${at}`),
    ].toSorted(),
    kept: { ...kept["old"], ...(answers["rating"] !== undefined && { rating: answers["rating"] }) },
  };
}

function whatIsSaid(read: ReturnType<typeof readPerson>) {
  if (read.kind === "rejected") return read;
  const rating = Object.entries(read.kept).find(([column]) => Number(column) > 3 && Number(column) < 20);
  return {
    number: read.number,
    name: read.name,
    language: read.language,
    zone: read.zone,
    attributes: read.attributes,
    tags: read.tags.toSorted(),
    categories: read.categories,
    told: read.told.map(({ kind, channel, at }) => `${kind} ${channel} ${at}`).toSorted(),
    kept: {
      ...Object.fromEntries(Object.entries(read.kept).filter(([column]) => Number(column) <= 3)),
      ...(rating !== undefined && { rating: rating[1] }),
    },
  };
}
