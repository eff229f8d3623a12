// Files as people have them: every row ends as one of four, whatever is wrong with the others, and with the file.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { Rejection } from "#core/csv/rejection";
import { makeContactsCsv } from "../system/contacts-csv.ts";
import { call, ok } from "./api-calls.ts";
import { bringIn, contactAt, outcomes, run, upload } from "./csv-files.ts";
import { freshNumber } from "./story.ts";

const encoder = new TextEncoder();

function latin(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

describe("a list of 1,000 rows with every kind of bad row", () => {
  test("is accounted for row by row, and its rejects come back mended", async () => {
    const csv = makeContactsCsv();
    expect(Object.keys(csv.rejected).length).toBeGreaterThanOrEqual(8);
    const id = await upload(csv.text);
    const checked = await run(id, "dry-run");
    const { counts } = await run(id, "start");
    expect(counts).toEqual({ new: csv.accepted, changed: 0, same: 0, rejected: csv.rows - csv.accepted });
    expect(checked.counts).toEqual(counts);

    const { results } = await env.DB.prepare(
      "SELECT outcome, reason->>'kind' AS kind, count(*) AS count, min(row) AS first FROM import_rows WHERE import_id = ? GROUP BY 1, 2",
    )
      .bind(id)
      .all<{ outcome: string; kind: Rejection["kind"] | null; count: number; first: number }>();
    const byKind = results.flatMap(({ kind, count }) => (kind === null ? [] : [[kind, count] as const]));
    expect(Object.fromEntries(byKind)).toEqual(csv.rejected);
    expect(results.reduce((sum, { count }) => sum + count, 0)).toBe(csv.rows);
    const made = await env.DB.prepare(
      "SELECT count(*) AS count FROM attributes WHERE source = ? AND name = 'plan'",
    )
      .bind(`import:${id}`)
      .first();
    expect(made).toEqual({ count: csv.accepted });

    const rejects = String((await call(`GET /v1/imports/${id}/rejects`)).body).replace(/^\uFEFF/, "");
    expect(rejects).toMatch(/^Phone,Full name,.*,Notes,Why it was rejected\r\n/);
    const noCountry = rejects.split("\r\n").find((line) => line.startsWith("(303) 555-0188"));
    expect(noCountry).toContain("choose the country of numbers without a code");
    const mended = rejects.replaceAll("maybe", "yes").replaceAll("2999-01-01", "2026-01-01");
    // With a default country the national numbers are one person, and the headings of a rejects file are understood.
    const again = await bringIn(mended, { defaultCountry: "US" });
    expect(again.columns.at(-1)).toEqual({ heading: "Why it was rejected", target: { kind: "keep" } });
    // Those with too few cells are filled up, and whoever mends them sees it.
    expect(again.counts.new).toBe(1 + 3 + 3 + 3);
    expect((await bringIn(csv.text)).counts).toEqual({
      new: 0,
      changed: 0,
      same: csv.accepted,
      rejected: csv.rows - csv.accepted,
    });
  }, 60_000);
});

/** What an import says of the rows it rejects. */
async function rejectionOf(file: string, settings: object = {}): Promise<readonly string[]> {
  const { id } = await bringIn(file, settings);
  const { data } = await ok(`GET /v1/imports/${id}/rows?outcome=rejected`);
  return data.map(({ reason, row }: { reason: { text: string }; row: number }) => `${row}: ${reason.text}`);
}

describe("a row", () => {
  test("with a cell of a million characters is rejected, the next one not", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const file = `number,name\n${first},${"x".repeat(1_000_000)}\n${second},Bo\n`;
    expect(await rejectionOf(file)).toEqual(['2: "name" is too long: 1000000 characters, at most 120.']);
    expect(await contactAt(first)).toBeNull();
    expect(await contactAt(second)).toMatchObject({ name: "Bo" });
  });

  test("of more text than a row of the database holds is rejected, and its text comes back", async () => {
    const number = freshNumber();
    const letters = Array.from({ length: 250 }, () => "y".repeat(9_000));
    const headings = letters.map((_, column) => `Letter ${column}`).join(",");
    const mapping = [{ kind: "number" }, ...letters.map(() => ({ kind: "keep" }))];
    const { id, counts } = await bringIn(
      `number,${headings}\nnone,${"x".repeat(9_000)}${",".repeat(249)}\n${number},${letters.join(",")}\n`,
      { mapping },
    );
    expect(counts).toMatchObject({ new: 0, rejected: 2 });
    expect(await outcomes(id)).toEqual(["2 rejected: bad-number", "3 rejected: row-too-long"]);
    const rejects = String((await call(`GET /v1/imports/${id}/rejects`)).body);
    expect(rejects).toContain(`none,${"x".repeat(9_000)},`);
  });

  test("that is ragged is rejected; empty cells behind the last column are none", async () => {
    const [a, b, c] = [freshNumber(), freshNumber(), freshNumber()];
    const file = `number,name,city\n${a},Ana\n${b},Bo,Rome,x\n${c},Cy,Oslo,,,\n`;
    const rejected = await rejectionOf(file);
    expect(rejected).toHaveLength(2);
    expect(rejected[0]).toMatch(/^2: It has 2 cells where there are 3 columns/);
    expect(rejected[1]).toMatch(/^3: It has 4 cells where there are 3 columns/);
    expect(await contactAt(c)).toMatchObject({ name: "Cy" });
  });

  test("whose number a spreadsheet has rounded is refused with advice", async () => {
    const [why] = await rejectionOf("number\n1.55512E+10\n");
    expect(why).toMatch(/turned the number into 1\.55512E\+10.*format the column as text/);
  });

  test("with a national number needs the default country", async () => {
    const file = "number,name\n(415) 555-0132,Ana\n";
    expect((await rejectionOf(file))[0]).toMatch(/choose the country of numbers without a code/);
    await bringIn(file, { defaultCountry: "US" });
    expect(await contactAt("+14155550132")).toMatchObject({ name: "Ana" });
  });

  test("of somebody who was in the file before is a duplicate, however the number is written", async () => {
    const { id, counts } = await bringIn("number,name\n+14155550177,Ana\n+1 (415) 555-0177,Anna\n");
    expect(counts).toEqual({ new: 1, changed: 0, same: 0, rejected: 1 });
    expect(await outcomes(id)).toEqual(["2 new", "3 rejected: duplicate"]);
    expect(await contactAt("+14155550177")).toMatchObject({ name: "Ana" });
  });

  test("with formulas is taken as text, marks off", async () => {
    const number = freshNumber();
    await bringIn(`number,name,sum,city\n'${number},=cmd|' /C calc'!A0,'=1+1,@home\n`);
    expect(await contactAt(number)).toMatchObject({
      name: "=cmd|' /C calc'!A0",
      attributes: { sum: { value: "=1+1" }, city: { value: "@home" } },
    });
  });
});

describe("a file", () => {
  test("with repeated headings and 10,000 empty columns", async () => {
    const number = freshNumber();
    const { columns, counts } = await bringIn(
      `number,tags,tags,plan,plan${",".repeat(10_000)}\n${number},a,b,gold,silver${",".repeat(10_000)}\n`,
    );
    expect(columns.map(({ target }: { target: { kind: string } }) => target.kind)).toEqual([
      "number",
      "tags",
      "tags",
      "attribute",
      "keep",
    ]);
    expect(counts).toMatchObject({ new: 1, rejected: 0 });
    expect((await contactAt(number)).tags).toMatchObject([{ tag: "a" }, { tag: "b" }]);
  });

  test("of more columns than anybody keeps is refused", async () => {
    const headings = Array.from({ length: 301 }, (_, column) => `c${column}`).join(",");
    const { status, body } = await call("POST /v1/imports", undefined, { raw: `${headings}\n` });
    expect([status, body.error.message]).toEqual([422, expect.stringContaining("301 columns: at most 300")]);
  });

  test.each([
    ["windows-1252", latin],
    ["utf-16le", (text: string) => utf16(`\uFEFF${text}`, true)],
    ["utf-16be", (text: string) => utf16(text, false)],
    ["utf-8", (text: string) => Uint8Array.from(encoder.encode(`\uFEFF${text}`))],
  ] as const)("in %s, with semicolons and line breaks in cells", async (encoding, write) => {
    const number = freshNumber();
    const shown = await bringIn(write(`Téléphone;Prénom;Ville\r\n${number};Zoë;"Orléans\nCentre"\r\n`));
    expect(shown).toMatchObject({ encoding, delimiter: ";", counts: { new: 1 } });
    expect(await contactAt(number)).toMatchObject({
      name: "Zoë",
      attributes: { ville: { value: "Orléans\nCentre" } },
    });
  });

  test("whose first foreign letter comes late is read right to its end", async () => {
    const number = freshNumber();
    const filler = Array.from({ length: 20_000 }, () => "\r\n").join(" ");
    const shown = await bringIn(latin(`number,name\r\n${filler}${number},Zoë\r\n`));
    expect(shown.encoding).toBe("windows-1252");
    expect(await contactAt(number)).toMatchObject({ name: "Zoë" });
  });

  test("without headings: the column of numbers is found", async () => {
    const [a, b] = [freshNumber(), freshNumber()];
    const id = await upload(`Ana,${a}\nBo,${b}\n`);
    const shown = await ok(`GET /v1/imports/${id}`);
    expect(shown).toMatchObject({ hasHeadings: false });
    expect(shown.columns).toEqual([
      { heading: "Column 1", target: { kind: "keep" } },
      { heading: "Column 2", target: { kind: "number" } },
    ]);
    await ok(`PATCH /v1/imports/${id}`, { mapping: { "Column 1": { kind: "name" } } });
    expect((await run(id, "start")).counts).toMatchObject({ new: 2 });
    expect(await contactAt(a)).toMatchObject({ name: "Ana" });
  });

  test("with a title above its headings: neither is a row of it", async () => {
    const number = freshNumber();
    const id = await upload(
      `Members 2026;;\r\n\r\nName;Phone;Plan\r\nAna;${number};basic\r\nBo;none;basic\r\n`,
    );
    const shown = await run(id, "start");
    expect(shown).toMatchObject({ rowsAbove: 1, hasHeadings: true, counts: { new: 1, rejected: 1 } });
    expect(shown.columns.map(({ heading }: { heading: string }) => heading)).toEqual([
      "Name",
      "Phone",
      "Plan",
    ]);
    expect(await outcomes(id)).toEqual(["3 new", "4 rejected: bad-number"]);
    // What its owner's spreadsheet wrote it opens again.
    const rejects = String((await call(`GET /v1/imports/${id}/rejects`)).body);
    expect(rejects).toMatch(/^\uFEFF?Name;Phone;Plan;Why it was rejected\r\nBo;none;basic;/);
  });

  test("that is read in another way after a dry run has no rows of the first reading", async () => {
    const id = await upload(`list\n${freshNumber()}\n${freshNumber()}\n`, {
      hasHeadings: false,
      mapping: [{ kind: "number" }],
    });
    await run(id, "dry-run");
    expect(await outcomes(id)).toEqual(["1 rejected: bad-number", "2 new", "3 new"]);
    await ok(`PATCH /v1/imports/${id}`, { rowsAbove: 2, mapping: [{ kind: "number" }] });
    await run(id, "dry-run");
    expect(await outcomes(id)).toEqual(["3 new"]);
  });

  test("read in another way than was thought is proposed anew", async () => {
    const id = await upload("phone,name\n+14155550111,Ana\n");
    const read = await ok(`PATCH /v1/imports/${id}`, { hasHeadings: false });
    expect(read.columns.map(({ heading }: { heading: string }) => heading)).toEqual(["Column 1", "Column 2"]);
  });

  test.each([
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n", 415, "a PDF"],
    ["a workbook", "PK\u0003\u0004\u0014\u0000\u0006", 415, "Excel"],
    ["a web page", "<html><table><tr><td>+1</td></tr></table></html>", 415, "web page"],
    ["bytes", "a\u0000b\u0000\u0000c\u0000\u0001d\u0000", 415, "no text"],
    ["an empty one", "", 422, "The file is empty"],
    ["one of blank lines", "\n\n  \n", 422, "no rows"],
  ])("that is %s is refused, and nothing of it is kept", async (_, text, status, message) => {
    const before = (await env.FILES.list({ prefix: "imports/" })).objects.length;
    const answer = await call("POST /v1/imports", undefined, { raw: latin(text) });
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringContaining(message)]);
    expect((await env.FILES.list({ prefix: "imports/" })).objects).toHaveLength(before);
  });

  test("without a column for the number is not begun", async () => {
    const id = await upload("name,city\nAna,Rome\n");
    const { status, body } = await call(`POST /v1/imports/${id}/start`);
    expect([status, body.error.message]).toEqual([
      422,
      "mapping is refused: no column is taken for the number.",
    ]);
  });

  test.each([
    [{ mapping: [{ kind: "number" }, { kind: "number" }] }, "two columns are taken for the number"],
    [{ mapping: { nobody: { kind: "name" } } }, 'names a column that is not there: "nobody"'],
    [{ mapping: Array.from({ length: 3 }, () => ({ kind: "keep" })) }, "has more columns than the file's 2"],
    [{ defaultCountry: "ZZ" }, 'is no country: "ZZ"'],
  ])("a mapping that makes no sense is refused: %j", async (settings, message) => {
    const id = await upload("name,number\nAna,+14155550111\n");
    const { status, body } = await call(`PATCH /v1/imports/${id}`, settings);
    expect([status, body.error.message]).toEqual([422, expect.stringContaining(message)]);
  });
});
