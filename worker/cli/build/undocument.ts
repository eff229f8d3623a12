// Takes out of the Worker what routes and schemas say of themselves: the API's description is built from the sources
// (write-document.ts), so in the Worker those words, and the schemas of answers, would be carried and never read.
import { type ESTree, type Plugin, Visitor } from "vite";
import { applyEdits, type Edit } from "./edits.ts";

const API = /\/worker\/api\/[^?]*\.tsx?$/;

/** For modules of the API, after the types are gone: works on the syntax tree, so only calls are touched, whatever a text says. */
export function undocument(): Plugin {
  return {
    name: "undocument",
    transform: {
      filter: { id: API },
      handler(code) {
        return { code: applyEdits(code, findWords(this.parse(code))), map: null };
      },
    },
  };
}

/** What to change in a module of the API. */
export function findWords(program: ESTree.Program): Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    CallExpression(call) {
      edits.push(...removeSays(call), ...unwrapDescribed(call), ...removeMeta(call));
    },
    ExpressionStatement({ start, end, expression }) {
      if (expression.type === "CallExpression" && isCallOf(expression, "describe"))
        edits.push({ start, end, text: "" });
    },
  }).visit(program);
  return edits;
}

/** `.get("/", needs("viewer"), says(...), handler)` becomes `.get("/", needs("viewer"), handler)`; a handler always follows. */
function removeSays({ arguments: given }: ESTree.CallExpression): Edit[] {
  return given.flatMap((argument, place) => {
    const next = given[place + 1];
    if (next === undefined || argument.type !== "CallExpression" || !isCallOf(argument, "says")) return [];
    return [{ start: argument.start, end: next.start, text: "" }];
  });
}

/** `described(handler, ...)` becomes `(handler)`. */
function unwrapDescribed(call: ESTree.CallExpression): Edit[] {
  const [handler] = call.arguments;
  if (handler === undefined || !isCallOf(call, "described")) return [];
  return [
    { start: call.start, end: handler.start, text: "(" },
    { start: handler.end, end: call.end, text: ")" },
  ];
}

/** `schema.meta({ ... })` and `schema.register(z.globalRegistry, { ... })` become `schema`. */
function removeMeta({ callee, arguments: given, end }: ESTree.CallExpression): Edit[] {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || given.length === 0)
    return [];
  const [first] = given;
  const isWords =
    callee.property.name === "meta" ||
    (callee.property.name === "register" &&
      first?.type === "MemberExpression" &&
      first.property.type === "Identifier" &&
      first.property.name === "globalRegistry");
  return isWords ? [{ start: callee.object.end, end, text: "" }] : [];
}

function isCallOf({ callee }: ESTree.CallExpression, name: string): boolean {
  return callee.type === "Identifier" && callee.name === name;
}
