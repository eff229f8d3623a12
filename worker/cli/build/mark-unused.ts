// Lets the bundler leave out constants that nothing uses: a table of the database that only SQL names, a schema that only
// described an answer. By itself it keeps whatever calls something.
import type { ESTree, Plugin } from "vite";
import { applyEdits, type Edit } from "./edits.ts";

/** Loading a module of ours does nothing but define; the entry says what it does by more than constants. */
const OURS = /\/(?:worker|durable-objects)\/[^?]*\.tsx?$/;

/** For our own modules, after the types are gone and what they say of themselves. */
export function markUnused(): Plugin {
  return {
    name: "mark-unused",
    transform: {
      filter: { id: OURS },
      handler(code) {
        return { code: applyEdits(code, findConstants(this.parse(code))), map: null };
      },
    },
  };
}

/** What to change in a module: what a constant at its top holds becomes a function called once, which is marked as pure. */
export function findConstants({ body }: ESTree.Program): Edit[] {
  return body.flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") return [];
    return declaration.declarations.flatMap(({ init }) => (init !== null && mayCall(init) ? wrap(init) : []));
  });
}

function mayCall({ type }: ESTree.Expression): boolean {
  return (
    type === "CallExpression" ||
    type === "NewExpression" ||
    type === "ObjectExpression" ||
    type === "ArrayExpression"
  );
}

function wrap({ start, end }: ESTree.Span): Edit[] {
  return [
    { start, end: start, text: "/* @__PURE__ */ (() => (" },
    { start: end, end, text: "))()" },
  ];
}
