// The built Worker has the routes without what they say of themselves.
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { findWords } from "../../worker/cli/build/undocument.ts";
import { applyEdits } from "../../worker/cli/build/edits.ts";

const CASES: readonly [what: string, source: string, left: string][] = [
  [
    "a route goes without what it says",
    `app.get("/", needs("viewer"), says("lists", "Show (all) \\"lists\\", says(no one)", pageOf(View)), handler);`,
    `app.get("/", needs("viewer"), handler);`,
  ],
  [
    "a schema goes without its meta, wherever it stands",
    `show(z.object({ a: z.string().meta({ description: "x" }).optional() }).meta({ id: "A" }));`,
    `show(z.object({ a: z.string().optional() }));`,
  ],
  [
    "a guard goes without its description",
    `export function needs(role) { return described(guard, { spec: { role } }); }`,
    `export function needs(role) { return (guard); }`,
  ],
  [
    "a description within a description is gone with it",
    `f(says("a", "b", z.string().meta({ id: "c" })), z.int().meta({ id: "d" }));`,
    `f(z.int());`,
  ],
  ["names in the registry are gone", `Hours.register(z.globalRegistry, { id: "Hours" });`, `Hours;`],
  ["words for another's fields are gone", `describe(Line.shape, { name: "For the staff." });`, ``],
  [
    "what only looks like it stays",
    `registry.register(app, x); schema.meta(); says; "z.meta(1)";`,
    `registry.register(app, x); schema.meta(); says; "z.meta(1)";`,
  ],
];

test.each(CASES)("%s", (_what, source, left) => {
  expect(applyEdits(source, findWords(parseSync("a.js", source).program))).toBe(left);
});

test("lines stay where they were, so that stack traces name the right one", () => {
  const source = `route(\n  says(\n    "a",\n  ),\n  handler,\n);\nafter();`;
  const left = applyEdits(source, findWords(parseSync("a.js", source).program));
  expect(left.split("\n").indexOf("after();")).toBe(source.split("\n").indexOf("after();"));
});
