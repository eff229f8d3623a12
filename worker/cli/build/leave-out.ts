// Takes out of the Worker the parts of libraries that nothing here calls, where no bundler can tell: a class or a table holds on to them.
import { tags } from "liquidjs";
import { type ESTree, type Plugin, Visitor } from "vite";
import { liquid } from "#core/template/liquid";
import { applyEdits, type Edit } from "./edits.ts";

interface Part {
  /** In node_modules. */
  readonly file: string;
  /** Functions, methods and whole classes by name; null for all there are in the file. */
  readonly names: readonly string[] | null;
}

const PARTS: readonly Part[] = [
  // Schemas become JSON Schema where the API's description is written, and there only.
  { file: "zod/v4/core/json-schema-processors.js", names: null },
  {
    file: "zod/v4/core/to-json-schema.js",
    names: ["initializeContext", "processSchema", "extractDefs", "finalize"],
  },
  // Compiling schemas: Workers make no code from texts, and zod does not try there.
  { file: "zod/v4/core/schemas.js", names: ["generateFastpass"] },
  { file: "zod/v4/core/doc.js", names: null },
  // Relational queries: ours are SQL with names.
  { file: "drizzle-orm/relations.js", names: null },
  { file: "drizzle-orm/sqlite-core/query-builders/query.js", names: null },
  { file: "drizzle-orm/sqlite-core/dialect.js", names: ["buildRelationalQuery"] },
  // Tags that texts may not use.
  { file: "liquidjs/dist/liquid.browser.mjs", names: listRefusedTags() },
];

const EMPTY = `{ throw new Error("left out of the Worker: see worker/cli/build/leave-out.ts"); }`;

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

/** The classes of LiquidJS's own tags that the core's engine does not have. */
function listRefusedTags(): string[] {
  return Object.entries(tags)
    .filter(([name]) => !(name in liquid.tags))
    .map(([, tag]) => tag.name);
}

function emptyFunctions(program: ESTree.Program, { file, names }: Part): Edit[] {
  const edits: Edit[] = [];
  const found = new Set<string>();
  let inside: string | null = null;
  const empty = (name: string, body: ESTree.Span | null | undefined): void => {
    const matched = names === null ? name : [name, inside].find((one) => one !== null && names.includes(one));
    if (matched === undefined || matched === null || body === null || body === undefined) return;
    found.add(matched);
    edits.push({ start: body.start, end: body.end, text: EMPTY });
  };
  new Visitor({
    FunctionDeclaration({ id, body }) {
      if (id !== null) empty(id.name, body);
    },
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && init?.type === "ArrowFunctionExpression" && !init.expression)
        empty(id.name, init.body);
    },
    ClassDeclaration({ id }) {
      inside = id?.name ?? null;
    },
    "ClassDeclaration:exit"() {
      inside = null;
    },
    MethodDefinition({ key, value }) {
      if (key.type === "Identifier") empty(key.name, value.body);
    },
  }).visit(program);
  const missing = names?.filter((name) => !found.has(name)) ?? [];
  if (found.size === 0 || missing.length > 0)
    throw new Error(`${file} has no ${missing.join(", ") || "functions"} any more`);
  return edits;
}
