// Takes out of the Worker the parts of libraries that nothing here calls, where no bundler can tell: a class or a table holds on to them.
import { filters, tags } from "liquidjs";
import { type ESTree, type Plugin, Visitor } from "vite";
import { liquid } from "#core/template/liquid";
import { applyEdits, type Edit } from "./edits.ts";

interface Part {
  /** In node_modules. */
  readonly file: string;
  /** Functions by name, methods by theirs or as `Owner.method`, classes and tables of methods whole; null for all there are in the file. */
  readonly names: readonly string[] | null;
  /** What is left of each; a complaint where nothing is said, since nobody calls it. */
  readonly body?: string;
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
  // `z.string().email()` and its like, which zod itself advises against: ours are `z.email()` and so on;
  // and kinds of schema that only these methods make.
  {
    file: "zod/v4/classic/schemas.js",
    names: [
      "ZodString",
      "ZodType.and",
      "ZodType.readonly",
      "ZodType.nonoptional",
      "ZodType.exactOptional",
      "ZodObject.required",
    ],
  },
  { file: "zod/v4/core/errors.js", names: ["formatError"] },
  // Values that hold themselves: what comes as JSON or a form never does.
  { file: "zod/v4/core/memoizer.js", names: ["memo.attach", "memo.guard"], body: "{}" },
  // Relational queries: ours are SQL with names.
  { file: "drizzle-orm/relations.js", names: null },
  { file: "drizzle-orm/sqlite-core/query-builders/query.js", names: null },
  {
    file: "drizzle-orm/sqlite-core/dialect.js",
    names: ["buildRelationalQuery", "migrate", "buildSetOperations", "buildSetOperationQuery"],
  },
  // Subqueries by a builder, transactions, which D1 does not have, columns of other kinds than text and integer, keys
  // between tables, names made of other names, and a cache of answers.
  { file: "drizzle-orm/sqlite-core/query-builders/query-builder.js", names: ["QueryBuilder"] },
  { file: "drizzle-orm/sqlite-core/db.js", names: ["with", "transaction"] },
  { file: "drizzle-orm/d1/session.js", names: ["transaction"] },
  ...["blob", "custom", "numeric", "real"].map((kind) => ({
    file: `drizzle-orm/sqlite-core/columns/${kind}.js`,
    names: null,
  })),
  { file: "drizzle-orm/sqlite-core/foreign-keys.js", names: ["ForeignKey", "ForeignKeyBuilder"] },
  { file: "drizzle-orm/casing.js", names: ["toCamelCase", "toSnakeCase"] },
  { file: "drizzle-orm/cache/core/cache.js", names: ["hashQuery"] },
  // Tags and filters that texts may not use, files and streams.
  {
    file: "liquidjs/dist/liquid.browser.mjs",
    names: [
      ...listRefused(tags, liquid.tags),
      ...listRefused(filters, liquid.filters),
      "MapFS",
      "LRU",
      "StreamedEmitter",
      "Loader.lookup",
      "Loader.candidates",
      "Parser._parseFile",
      "Parser._parseFileCached",
      "readFile",
      "readFileSync",
      "domResolve",
      "dirname",
      "readFileNameTemplate",
      "renderTemplatesToNodeStream",
      "renderToNodeStream",
      "renderFileToNodeStream",
      "_renderFile",
      "parseFile",
      "express",
    ],
  },
  // Applications of others.
  { file: "hono/dist/utils/mount.js", names: null },
  // Numbers are written as they are dialled, never out.
  {
    file: "libphonenumber-js/es6/PhoneNumber.js",
    names: ["format", "formatNational", "formatInternational", "getURI", "getType", "isEqual", "isValid"],
  },
];

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

/** The functions and classes of LiquidJS's own that the core's engine does not have. */
function listRefused(all: Readonly<Record<string, unknown>>, known: object): string[] {
  return Object.entries(all)
    .filter(([name]) => !(name in known))
    .map(([name, value]) => (typeof value === "function" ? value.name : name));
}

function emptyFunctions(program: ESTree.Program, { file, names, body: left = COMPLAINT }: Part): Edit[] {
  const edits: Edit[] = [];
  const found = new Set<string>();
  const owners: string[] = [];
  const empty = (name: string, body: ESTree.Span | null | undefined): void => {
    const owner = owners.at(-1) ?? "";
    const wanted =
      names === null ? name : [name, owner, `${owner}.${name}`].find((one) => names.includes(one));
    if (wanted === undefined || body === null || body === undefined) return;
    found.add(wanted);
    edits.push({ start: body.start, end: body.end, text: left });
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
    MethodDefinition({ key, value }) {
      if (key.type === "Identifier") empty(key.name, value.body);
    },
    Property({ key, value, method }) {
      if (method && key.type === "Identifier" && value.type === "FunctionExpression")
        empty(key.name, value.body);
    },
  }).visit(program);
  const missing = names?.filter((name) => !found.has(name)) ?? [];
  if (found.size === 0 || missing.length > 0)
    throw new Error(`${file} has no ${missing.join(", ") || "functions"} any more`);
  return edits;
}
