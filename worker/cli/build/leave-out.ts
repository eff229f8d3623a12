// Takes out of the Worker the parts of libraries that nothing here calls.
import { type ESTree, type Plugin, Visitor } from "vite";
import { applyEdits, type Edit } from "./edits.ts";
import { type Part, PARTS } from "./parts.ts";

const COMPLAINT = `{ throw new Error("left out of the Worker: see worker/cli/build/leave-out.ts"); }`;

/** Empties the functions of PARTS. A name that a library does not have any more is an error. */
export function leaveOut(): Plugin {
  return {
    name: "leave-out",
    transform: {
      filter: { id: PARTS.map(({ file }) => new RegExp(`/node_modules/${file}$`)) },
      handler(code, id) {
        const part = PARTS.find(({ file }) => id.endsWith(`/node_modules/${file}`));
        if (part === undefined) return null;
        return { code: applyEdits(code, emptyFunctions(this.parse(code), part)), map: null };
      },
    },
  };
}

/** What to change in a file of a library. */
export function emptyFunctions(
  program: ESTree.Program,
  { file, names, unread = [], body: left }: Part,
): Edit[] {
  const edits: Edit[] = [];
  const found = new Set<string>();
  const owners: string[] = [];
  const isWanted = (name: string): boolean => {
    const owner = owners.findLast((one) => one !== "") ?? "";
    const wanted =
      names === null ? name : [name, owner, `${owner}.${name}`].find((one) => names.includes(one));
    if (wanted !== undefined) found.add(wanted);
    return wanted !== undefined;
  };
  const empty = (name: string, body: ESTree.Span | null | undefined): void => {
    if (body !== null && body !== undefined && isWanted(name))
      edits.push({ start: body.start, end: body.end, text: left ?? COMPLAINT });
  };
  new Visitor({
    FunctionDeclaration({ id, body }) {
      if (id !== null) empty(id.name, body);
    },
    FunctionExpression({ id, body }) {
      if (id !== null) empty(id.name, body);
    },
    VariableDeclarator({ id, init }) {
      const name = id.type === "Identifier" ? id.name : "";
      if (init?.type === "ArrowFunctionExpression" && !init.expression) empty(name, init.body);
      owners.push(name);
    },
    "VariableDeclarator:exit"() {
      owners.pop();
    },
    ClassDeclaration({ id }) {
      owners.push(id?.name ?? "");
    },
    "ClassDeclaration:exit"() {
      owners.pop();
    },
    ExpressionStatement({ start, end, expression }) {
      const name = nameOfGiven(expression);
      if (name === null || !unread.includes(name)) return;
      found.add(name);
      edits.push({ start, end, text: "" });
    },
    MethodDefinition({ start, end, key, value }) {
      const name = nameOf(key);
      if (left !== undefined) empty(name, value.body);
      else if (isWanted(name)) edits.push({ start, end, text: "" });
    },
    PropertyDefinition({ start, end, key, value }) {
      if (value !== null && isWanted(nameOf(key))) edits.push({ start, end, text: "" });
    },
    ObjectExpression({ end, properties }) {
      for (const [place, property] of properties.entries()) {
        if (property.type !== "Property") continue;
        const { key, value, shorthand } = property;
        const body = isFunction(value) ? value.body : null;
        if (body === null && (value.type !== "Identifier" || shorthand)) continue;
        const name = nameOf(key);
        if (left !== undefined) empty(name, body);
        // With the comma after it.
        else if (isWanted(name))
          edits.push({ start: property.start, end: properties[place + 1]?.start ?? end - 1, text: "" });
      }
    },
  }).visit(program);
  const missing = [...(names ?? []), ...unread].filter((name) => !found.has(name));
  if (found.size === 0 || missing.length > 0)
    throw new Error(`${file} has no ${missing.join(", ") || "functions"} any more`);
  return edits;
}

function nameOf(key: ESTree.PropertyKey): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

/** `inst.unwrap` where it is given its value, also as `define(inst, "unwrap", ...)`; of a longer path, the last two. */
function nameOfGiven(expression: ESTree.Expression): string | null {
  if (expression.type === "CallExpression") {
    const [owner, key] = expression.arguments;
    if (owner?.type !== "Identifier" || key?.type !== "Literal") return null;
    return `${owner.name}.${String(key.value)}`;
  }
  if (expression.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return null;
  const { object, property } = expression.left;
  if (property.type !== "Identifier") return null;
  if (object.type === "ThisExpression") return `this.${property.name}`;
  const owner = object.type === "MemberExpression" ? object.property : object;
  return owner.type === "Identifier" ? `${owner.name}.${property.name}` : null;
}

function isFunction(
  value: ESTree.Expression | ESTree.BindingPattern,
): value is ESTree.Function | ESTree.ArrowFunctionExpression {
  return value.type === "FunctionExpression" || value.type === "ArrowFunctionExpression";
}
