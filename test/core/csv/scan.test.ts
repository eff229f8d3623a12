// Rows out of bytes: the grammar as csv-parse reads it, any place to go on from, and what one bad quote costs.
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "#core/csv/dialect";
import { ROW_BYTES_MAX, Scanner } from "#core/csv/scan";
import { cellsOf, COMMAS, decoderOf, encode, scan } from "./scanning.ts";

describe("cells", () => {
  test.each([
    [
      "plain",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "no line end at the end",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["CRLF, and CR alone", "a\r\nb\rc", [["a"], ["b"], ["c"]]],
    [
      "blank lines are no rows",
      "a,b\n\n   \n\r\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a row of empty cells is one",
      "a,b\n,\n",
      [
        ["a", "b"],
        ["", ""],
      ],
    ],
    ["delimiters, line ends and quotes in quotes", '"a,1","b\r\n2","c ""3"""', [["a,1", "b\r\n2", 'c "3"']]],
    ["an empty quoted cell at the end", 'a,""', [["a", ""]]],
    ["spaces around cells are layout, within quotes content", '  a , " b " ,c', [["a", " b ", "c"]]],
    ["a quote in the middle of a cell is a quote", '5" pipe,it"s', [['5" pipe', 'it"s']]],
    ["what stands behind a closing quote belongs to the cell", '"a"b,c', [["ab", "c"]]],
  ])("%s", (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  const dialects: readonly Dialect[] = [
    COMMAS,
    { ...COMMAS, delimiter: ";", quote: "'" },
    { ...COMMAS, encoding: "utf-16le", delimiter: "\t" },
    { ...COMMAS, encoding: "utf-16be" },
    { ...COMMAS, encoding: "windows-1252", delimiter: "|" },
  ];
  const texts = fc.string({
    unit: fc.constantFrom("a", "é", "ß", " ", ",", ";", "\t", "|", '"', "'", "\n", "\r"),
  });
  const tables = fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

  test.each(dialects)(
    "of well-formed files are those of csv-parse: $encoding $delimiter $quote",
    (dialect) => {
      const { quote, delimiter } = dialect;
      const write = (cell: string) => quote + cell.replaceAll(quote, quote + quote) + quote;
      fc.assert(
        fc.property(
          tables,
          fc.constantFrom("\n", "\r\n"),
          fc.integer({ min: 1, max: 50 }),
          (rows, end, chunkBytes) => {
            const text = rows.map((row) => row.map(write).join(delimiter) + end).join("");
            const expected: string[][] = parse(text, {
              delimiter,
              quote,
              escape: quote,
              relax_column_count: true,
            });
            const read = scan(encode(text, dialect.encoding), dialect, { chunkBytes });
            expect(read.map(({ cells }) => cells)).toEqual(expected);
            expect(expected).toEqual(rows);
          },
        ),
        { seed: 3, numRuns: 300 },
      );
    },
  );

  test("every byte a row ends at is one to go on from, whatever the file holds and however it comes", () => {
    const units = fc.string({
      unit: fc.constantFrom("a", "é", "😀", " ", ",", '"', "\n", "\r"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...dialects),
        (text, chunkBytes, dialect) => {
          const bytes = encode(text, dialect.encoding);
          const whole = scan(bytes, dialect);
          expect(scan(bytes, dialect, { chunkBytes })).toEqual(whole);
          whole.forEach(({ endByte }, index) => {
            expect(scan(bytes, dialect, { fromByte: endByte })).toEqual(whole.slice(index + 1));
          });
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe("a quote that is never closed", () => {
  test("costs its own line and no other", () => {
    const rows = scan(encode('+1,Ann\n+2,"Bob\n+3,Cy\n+4,"Di, the ""second"""\n+5,Ed\n'));
    expect(rows.map(({ cells, fault }) => fault ?? cells)).toEqual([
      ["+1", "Ann"],
      "unclosed-quote",
      ["+3", "Cy"],
      ["+4", 'Di, the "second"'],
      ["+5", "Ed"],
    ]);
    expect(rows[1]?.cells).toEqual(['+2,"Bob']);
  });

  test("is known at the next quote where there is one", () => {
    const rows = scan(encode('+1,"Ann\n+2,"Bob"\n+3,Cy\n'));
    expect(rows.map(({ cells, fault }) => fault ?? cells)).toEqual([
      "unclosed-quote",
      ["+2", "Bob"],
      ["+3", "Cy"],
    ]);
  });

  test("on the last line", () => {
    expect(scan(encode('a,b\nc,"d')).map(({ fault }) => fault)).toEqual([undefined, "unclosed-quote"]);
  });
});

describe("a memory that bears one row", () => {
  const million = "x".repeat(1_000_000);

  test.each(["utf-8", "utf-16le"] as const)("a cell of a million characters is read: %s", (encoding) => {
    const dialect = { ...COMMAS, encoding };
    const rows = scan(encode(`a,b\n+1,"${million}"\n+2,c\n`, encoding), dialect);
    expect(rows.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([
      [1, 1],
      [2, 1_000_000],
      [2, 1],
    ]);
  });

  test("a line that never ends is passed over, and the file goes on behind it", () => {
    const bytes = encode(`a,b\n${"x".repeat(3 * ROW_BYTES_MAX)}\n+2,c\n`);
    const scanner = new Scanner(COMMAS, decoderOf("utf-8"), 0);
    const [rows, held]: [string[], number[]] = [[], []];
    const take = (all: Iterable<{ cells: readonly string[]; fault?: string | undefined }>) => {
      for (const { cells, fault } of all) rows.push(fault ?? cells.join(" "));
      held.push(scanner.heldBytes);
    };
    for (let at = 0; at < bytes.length; at += 65_536) take(scanner.push(bytes.subarray(at, at + 65_536)));
    take(scanner.finish());
    expect(rows).toEqual(["a b", "too-long", "+2 c"]);
    expect(Math.max(...held)).toBeLessThanOrEqual(2 * ROW_BYTES_MAX + 65_536);
  });

  test("a line that never ends is one row that is none, though it began with a quote", () => {
    const rows = scan(encode(`a,b\n+1,"${"x".repeat(ROW_BYTES_MAX + 100_000)}\n+2,c\n`));
    expect(rows.map(({ cells, fault }) => fault ?? cells.join(" "))).toEqual(["a b", "too-long", "+2 c"]);
  });

  test("a quote left open before many rows costs one of them", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `+${index},${"y".repeat(50)}\n`).join("");
    const rows = scan(encode(`a,b\n+0,"open\n${many}`));
    expect(rows).toHaveLength(100_002);
    expect(rows.filter(({ fault }) => fault !== undefined)).toHaveLength(1);
  });
});
