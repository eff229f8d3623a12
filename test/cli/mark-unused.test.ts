// Constants that nothing uses may be left out of the Worker, whatever making them calls.
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { applyEdits } from "../../worker/cli/build/edits.ts";
import { findConstants } from "../../worker/cli/build/mark-unused.ts";

const CASES: readonly [what: string, source: string, left: string][] = [
  [
    "made by a call",
    `export const View = z.object({});`,
    `export const View = /* @__PURE__ */ (() => (z.object({})))();`,
  ],
  [
    "of parts that are made by calls",
    `const parts = { a: z.string() }, all = [make()];`,
    `const parts = /* @__PURE__ */ (() => ({ a: z.string() }))(), all = /* @__PURE__ */ (() => ([make()]))();`,
  ],
  ["made anew", `const map = new Map();`, `const map = /* @__PURE__ */ (() => (new Map()))();`],
  [
    "what calls nothing stays",
    `const a = 1; let b; const f = () => g();`,
    `const a = 1; let b; const f = () => g();`,
  ],
  [
    "what does something stays",
    `app.get("/"); function f() { const a = g(); }`,
    `app.get("/"); function f() { const a = g(); }`,
  ],
];

test.each(CASES)("%s", (_what, source, left) => {
  expect(applyEdits(source, findConstants(parseSync("a.js", source).program))).toBe(left);
});
