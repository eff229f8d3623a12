// What a file is written in: encoding, delimiter, quotes, headings; and what is no CSV at all.
import { describe, expect, test } from "vitest";
import { detectDialect } from "#core/csv/detect-dialect";
import { detectEncoding } from "#core/csv/detect-encoding";
import { readHeadings } from "#core/csv/headings";
import { recogniseOther } from "#core/csv/signature";
import { cellsOf, COMMAS, decoderOf, encode } from "./scanning.ts";

const BOM = "\uFEFF";
const TABLE = "Nom;Téléphone\nZoë;+15550001111\n";

describe("the encoding", () => {
  test.each([
    ["utf-8", TABLE, true, 0],
    ["utf-8", BOM + TABLE, true, 3],
    ["utf-16le", BOM + TABLE, false, 2],
    ["utf-16be", BOM + TABLE, false, 2],
    ["utf-16le", TABLE, false, 0],
    ["utf-16be", TABLE, false, 0],
    ["windows-1252", TABLE, false, 0],
  ] as const)("%s: %j", (encoding, text, isUtf8, startByte) => {
    const bytes = encode(text, encoding);
    expect(detectEncoding(bytes, isUtf8)).toEqual({ encoding, startByte });
    const dialect = { ...COMMAS, encoding, startByte, delimiter: ";" as const };
    expect(detectDialect(bytes, { encoding, startByte }, decoderOf(encoding))).toEqual(dialect);
  });

  test("bytes with zeros here and there are no text", () => {
    expect(detectEncoding(Uint8Array.of(0x50, 0, 0x4b, 3, 0, 0, 0, 1), false)).toBeNull();
  });
});

const dialectOf = (text: string) =>
  detectDialect(encode(text), { encoding: "utf-8", startByte: 0 }, decoderOf("utf-8"));

describe("delimiter, quote and headings", () => {
  test.each([
    ["commas", "name,phone\nAna,+1555\nBo,+1556\n", [",", '"', true]],
    ["semicolons, with commas in the numbers", "name;sum\nAna;1,5\nBo;2,5\n", [";", '"', true]],
    ["tabs", "name\tphone\nAna Ruiz, Dr\t+1555\n", ["\t", '"', true]],
    ["pipes", "a|b|c\n1|2|3\n", ["|", '"', true]],
    ["single quotes", "name,note\n'Ruiz, Ana','x, y'\n'Li, Bo','z'\n", [",", "'", true]],
    ["one column", "phone\n+15550001111\n+15550001112\n", [",", '"', true]],
    ["no headings", "+15550001111,Ana\n+15550001112,Bo\n", [",", '"', false]],
    ["a heading alone", "phone,name", [",", '"', true]],
  ])("%s", (_, text, found) => {
    const { delimiter, quote, hasHeadings } = dialectOf(text);
    expect([delimiter, quote, hasHeadings]).toEqual(found);
  });
});

describe("what stands above the table", () => {
  const table = "Name;Phone;Sum\nAna;+15550001111;1,5\nBo;+15550001112;2,5\n";

  test.each([
    ["nothing", table, [";", 0, true]],
    ["a title", `Members 2026\n${table}`, [";", 1, true]],
    ["a title in a row of its own cells", `Members 2026;;\n;;\n${table}`, [";", 2, true]],
    ["a title, a date and a blank line", `Members\nAs of 1 May\n\n${table}`, [";", 2, true]],
    ["Excel's own line", `sep=;\n${table}`, [";", 1, true]],
    ["a heading over one column of two is none", "Phone,\n+15550001111,Ana\n", [",", 0, true]],
    ["one column has no title", "Members\nPhone\n+15550001111\n", [",", 0, true]],
  ])("%s", (_, text, found) => {
    const { delimiter, rowsAbove, hasHeadings } = dialectOf(text);
    expect([delimiter, rowsAbove, hasHeadings]).toEqual(found);
  });
});

describe("headings", () => {
  test("repeated ones stay apart, empty ones get a name, and 10,000 empty columns are none", () => {
    const rows = cellsOf(`phone,tag,tag,,city${",".repeat(10_000)}\n+1555,a,b,c,Rome\n+1556,,,,\n`);
    expect(readHeadings(rows, true)).toEqual(["phone", "tag", "tag", "Column 4", "city"]);
  });

  test("a column that has cells but no heading is one, where more than one row has them", () => {
    expect(readHeadings(cellsOf("a,b\n1,2,3\n1,2,3\n1,2\n"), true)).toEqual(["a", "b", "Column 3"]);
    expect(readHeadings(cellsOf("a,b\n1,2\n1,2,3\n1,2\n"), true)).toEqual(["a", "b"]);
  });

  test("without headings columns are numbered", () => {
    expect(readHeadings(cellsOf("1,2\n3,4,5\n"), false)).toEqual(["Column 1", "Column 2", "Column 3"]);
  });
});

test.each([
  ["%PDF-1.7\n", "PDF"],
  ["PK\u0003\u0004xl/workbook", "Excel"],
  ["<!DOCTYPE html><table>", "web page"],
  ['[{"phone": "+1"}]', "JSON"],
  ["\u00d0\u00cf\u0011\u00e0", "old Excel"],
])("%j is no CSV but %s", (head, what) => {
  expect(recogniseOther(encode(head, "windows-1252"))).toContain(what);
});

test("a table that begins with a bracket is one", () => {
  expect(recogniseOther(encode("[group],phone\n"))).toBeNull();
});
