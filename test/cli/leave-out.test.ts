// What is left out of a library is gone or complains, and nothing else of it is touched.
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { applyEdits } from "../../worker/cli/build/edits.ts";
import { emptyFunctions } from "../../worker/cli/build/leave-out.ts";

type Case = readonly [what: string, names: readonly string[] | null, source: string, left: string];

const CASES: readonly Case[] = [
  ["a method", ["a"], "class X { a() {} b() {} }", "class X {  b() {} }"],
  [
    "a method of one class",
    ["X.a"],
    "class X { a() {} } class Y { a() {} }",
    "class X {  } class Y { a() {} }",
  ],
  ["a class whole", ["X"], "class X extends Y { constructor() {} a() {} }", "class X extends Y {   }"],
  ["a field, whatever it holds", ["a"], "class X { a = make(); b = 1; }", "class X {  b = 1; }"],
  ["one of a table", ["X.a"], "const X = make({ a() {}, get b() {} });", "const X = make({ get b() {} });"],
  ["the last of a table", ["X.b"], "const X = { a() {}, b: () => 1, };", "const X = { a() {}, };"],
  ["all of a table", ["X"], "const X = { a() {}, b: () => 1, };", "const X = { };"],
  ["a name in a table", ["X.a"], "const X = { a: b, c: b, d: 1 };", "const X = { c: b, d: 1 };"],
  ["a name that is none", ["X.~a"], 'const X = { get "~a"() {}, a() {} };', "const X = { a() {} };"],
];

test.each(CASES)("%s", (_what, names, source, left) => {
  const edits = emptyFunctions(parseSync("x.js", source).program, { file: "x.js", names });
  expect(applyEdits(source, edits)).toBe(left);
});

test("a function stays, and complains", () => {
  const source = "export function a() { return 1; }";
  const edits = emptyFunctions(parseSync("x.js", source).program, { file: "x.js", names: null });
  expect(applyEdits(source, edits)).toMatch(/^export function a\(\) \{ throw new Error\("left out/);
});

test("a method is given another body", () => {
  const source = "class X extends Y { constructor(a) { super(a); b(); } }";
  const part = { file: "x.js", names: ["X"], body: "{ super(a); }" };
  const edits = emptyFunctions(parseSync("x.js", source).program, part);
  expect(applyEdits(source, edits)).toBe("class X extends Y { constructor(a) { super(a); } }");
});

test("a property that nothing reads is not given a value", () => {
  const source = `const X = make((x) => { x.inner.a = f(); define(x, "b", 1); x.c = 1; this.d = 1; inner.c = 1; });`;
  const part = { file: "x.js", names: [], unread: ["inner.a", "x.b", "x.c", "this.d"] };
  const edits = emptyFunctions(parseSync("x.js", source).program, part);
  expect(applyEdits(source, edits)).toBe("const X = make((x) => {     inner.c = 1; });");
});

test("a name that the library does not have any more is an error", () => {
  const { program } = parseSync("x.js", "class X { a() {} }");
  expect(() => emptyFunctions(program, { file: "x.js", names: ["a", "b"] })).toThrow(
    "x.js has no b any more",
  );
});
