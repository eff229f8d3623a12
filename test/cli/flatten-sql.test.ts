// SQL in the built Worker stands on one line, and says the same.
import { runInNewContext } from "node:vm";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { applyEdits } from "../../worker/cli/build/edits.ts";
import { findBreaks } from "../../worker/cli/build/flatten-sql.ts";

const CASES: readonly [what: string, source: string, value: string][] = [
  ["a query", "`SELECT a,\n    b\n  FROM c`", "SELECT a, b FROM c"],
  ["a fragment with holes", "`a.id AS ${1 + 1},\n  a.b`", "a.id AS 2, a.b"],
  ["SQL within SQL", "`SELECT a\n FROM (${`SELECT b\n FROM c`})\n`", "SELECT a FROM (SELECT b FROM c) "],
  ["a text within keeps its lines", "`SELECT 'it''s\n  a'\n FROM b`", "SELECT 'it''s\n  a' FROM b"],
  ["so does one around a hole", "`SELECT '${1}\n  a'\n FROM b`", "SELECT '1\n  a' FROM b"],
  ["dashes in a text are no comment", "`SELECT '--'\n FROM b`", "SELECT '--' FROM b"],
  ["a comment ends with its line", "`SELECT a -- b\n FROM c`", "SELECT a -- b\n FROM c"],
  ["what is no SQL stays", "`Dear Ann,\n\n  on Monday`", "Dear Ann,\n\n  on Monday"],
  ["so does what a tag reads", "String.raw`SELECT a\n FROM b`", "SELECT a\n FROM b"],
];

test.each(CASES)("%s", (_what, source, value) => {
  const code = `(${source});`;
  const flat = applyEdits(code, findBreaks(code, parseSync("module.ts", code).program));
  expect(runInNewContext(flat)).toBe(value);
  expect(flat.split("\n")).toHaveLength(code.split("\n").length);
});
