// The parts of libraries that nothing here calls, where no bundler can tell: a class or a table holds on to them.
// A call of one of them breaks the Worker when it starts, or says that it is no function: take its name out then.
import { filters, tags } from "liquidjs";
import { liquid } from "#core/template/liquid";

export interface Part {
  /** In node_modules. */
  readonly file: string;
  /** Functions by name, methods by theirs or as `Owner.method`, classes and tables of methods whole; null for all functions there are in the file. */
  readonly names: readonly string[] | null;
  /** Properties that nothing reads, as `owner.name`: the statements that give them their value go. */
  readonly unread?: readonly string[];
  /** What is left of each; where nothing is said, methods go whole and functions complain, since nobody calls them. */
  readonly body?: string;
}

/** Of every query that writes. */
const UNSAID = "returning toSQL prepare values $dynamic";
const EXTRACTS =
  "extractRawAllValueFromBatchResult extractRawGetValueFromBatchResult extractRawValuesValueFromBatchResult";

export const PARTS: readonly Part[] = [
  // Schemas become JSON Schema where the API's description is written, and there only.
  { file: "zod/v4/core/json-schema-processors.js", names: null },
  {
    file: "zod/v4/core/to-json-schema.js",
    names: ["initializeContext", "processSchema", "extractDefs", "finalize"],
  },
  // Compiling schemas: Workers make no code from texts, and zod does not try there.
  {
    file: "zod/v4/core/schemas.js",
    names: ["generateFastpass", "$ZodType.~standard"],
    unread: ["_zod.pattern", "inst.pattern"],
  },
  { file: "zod/v4/core/doc.js", names: null },
  // `z.string().email()` and its like, which zod itself advises against: ours are `z.email()` and so on;
  // and kinds of schema that only these methods make.
  {
    file: "zod/v4/classic/schemas.js",
    names: [
      "ZodString",
      ...of(
        "ZodType",
        "and exactOptional nonoptional readonly brand with apply overwrite describe description",
      ),
      ...of(
        "ZodType",
        "~standard spa parseAsync safeParseAsync validate validateAsync isOptional isNullable",
      ),
      "ZodType.register",
      ...of("_ZodString", "minLength maxLength format"),
      ...of("ZodNumber", "minValue maxValue format"),
      ...of("ZodType", "encode decode encodeAsync decodeAsync toJSONSchema"),
      ...of("ZodType", "safeEncode safeDecode safeEncodeAsync safeDecodeAsync"),
      ...of("_ZodString", "includes startsWith endsWith nonempty lowercase uppercase"),
      ...of("_ZodString", "toLowerCase toUpperCase slugify"),
      ...of("ZodNumber", "isInt gt gte lt lte safe nonnegative negative nonpositive multipleOf step finite"),
      ...of("ZodArray", "nonempty length unwrap"),
      ...of("ZodObject", "keyof catchall passthrough loose strict strip exactPartial required"),
      ...of("ZodObject", "safeExtend merge pick"),
      "ZodTuple.partial",
    ],
    unread: [
      "_zod.processJSONSchema",
      ...["extract", "element", "keyType", "valueType", "enum", "in", "out"].map((name) => `inst.${name}`),
      ...["removeDefault", "removeCatch", "isFinite"].map((name) => `inst.${name}`),
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
  { file: "drizzle-orm/sqlite-core/db.js", names: ["$with", "with", "all", "get", "values", "transaction"] },
  // Of the builders, what none of our queries says.
  {
    file: "drizzle-orm/sqlite-core/query-builders/select.js",
    names: [
      ...words("rightJoin fullJoin crossJoin having groupBy offset as getUsedTables"),
      ...words("union unionAll intersect except addSetOperators getSelectedFields"),
      "SQLiteSelectQueryBuilderBase.createSetOperator",
      ...words("toSQL prepare values $dynamic $withCache"),
    ],
  },
  { file: "drizzle-orm/sqlite-core/query-builders/insert.js", names: of("SQLiteInsertBase", UNSAID) },
  {
    file: "drizzle-orm/sqlite-core/query-builders/update.js",
    names: words(`from createJoin leftJoin rightJoin innerJoin fullJoin orderBy limit ${UNSAID}`),
  },
  { file: "drizzle-orm/sqlite-core/query-builders/delete.js", names: words(`orderBy limit ${UNSAID}`) },
  { file: "drizzle-orm/sqlite-core/columns/common.js", names: ["references", "generatedAlwaysAs"] },
  { file: "drizzle-orm/sqlite-core/columns/integer.js", names: ["getSQLType", "defaultNow"] },
  { file: "drizzle-orm/sqlite-core/columns/text.js", names: ["getSQLType"] },
  { file: "drizzle-orm/sqlite-core/primary-keys.js", names: ["getName"] },
  // What sessions take out of answers in bulk.
  { file: "drizzle-orm/sqlite-core/session.js", names: words(EXTRACTS) },
  { file: "drizzle-orm/sqlite-core/query-builders/raw.js", names: ["isResponseInArrayMode"] },
  { file: "drizzle-orm/d1/session.js", names: words(`transaction isResponseInArrayMode ${EXTRACTS}`) },
  ...["blob", "custom", "numeric", "real"].map((kind) => ({
    file: `drizzle-orm/sqlite-core/columns/${kind}.js`,
    names: null,
  })),
  { file: "drizzle-orm/sqlite-core/foreign-keys.js", names: ["ForeignKey", "ForeignKeyBuilder"] },
  { file: "drizzle-orm/casing.js", names: ["toCamelCase", "toSnakeCase", "clearCache"] },
  { file: "drizzle-orm/cache/core/cache.js", names: ["hashQuery"] },
  // Tags and filters that texts may not use, files and streams.
  {
    file: "liquidjs/dist/liquid.browser.mjs",
    names: [
      ...of("tags", listRefused(tags, liquid.tags).join(" ")),
      ...listRefused(filters, liquid.filters),
      ...words(
        "MapFS LRU Loader readFile readFileSync exists existsSync resolve domResolve readFileNameTemplate",
      ),
      ...words("StreamedEmitter KeepingTypeEmitter renderTemplatesToNodeStream"),
      ...words("readLiquidTagTokens readLiquidTagToken"),
      ...words("readWord remaining saveRegister restoreRegister getFromScope"),
      ...of("Parser", "_parseFile _parseFileCached"),
      ...of("Liquid", "plugin express unregisterFilter _evalValue evalValue evalValueSync"),
      ...of("Liquid", "render renderToNodeStream _parseAndRender parseAndRender parseAndRenderSync"),
      ...of("Liquid", "_parseFile parseFile parseFileSync _parsePartialFile _parseLayoutFile"),
      ...of("Liquid", "_renderFile renderFile renderFileSync renderFileToNodeStream"),
      ...of("Liquid", "analyze analyzeSync parseAndAnalyze parseAndAnalyzeSync variables variablesSync"),
      ...of("Liquid", "fullVariables fullVariablesSync variableSegments variableSegmentsSync"),
      ...of("Liquid", "globalVariables globalVariablesSync globalFullVariables globalFullVariablesSync"),
      ...of("Liquid", "globalVariableSegments globalVariableSegmentsSync"),
    ],
    unread: ["this.cache", "this.fs", "this.parseFile", "this.loader", "this.readFile"],
  },
  // Of its two routers the first gives up on routes such as ours when the first request comes; the other answers them all.
  {
    file: "hono/dist/hono.js",
    names: ["Hono"],
    body: "{ super(options); this.router = options.router ?? new TrieRouter(); }",
  },
  // Applications of others, requests made up, and layouts.
  { file: "hono/dist/hono-base.js", names: ["mount", "request", "fire", "Hono.notFound"] },
  {
    file: "hono/dist/context.js",
    names: ["event", "render", "setLayout", "getLayout", "setRenderer", "redirect", "notFound"],
  },
  { file: "hono/dist/request.js", names: ["matchedRoutes", "routePath"] },
  // Numbers are written as they are dialled, never out.
  {
    file: "libphonenumber-js/es6-modern/PhoneNumber.js",
    names: [
      "format",
      "formatNational",
      "formatInternational",
      "getURI",
      "getType",
      "isEqual",
      "isValid",
      "setExt",
      "isNonGeographic",
    ],
  },
  {
    file: "libphonenumber-js/es6-modern/metadata.js",
    names: [
      ...words("formats _getFormats nationalPrefixFormattingRule _getNationalPrefixFormattingRule"),
      ...words("nationalPrefixIsOptionalWhenFormattingInNationalFormat getCountries"),
      ...words("chooseCountryByCountryCallingCode getDefaultCountryMetadataForRegion"),
      ...words("_getDefaultCountryMetadataForThisCallingCode _getNationalPrefixIsOptionalWhenFormatting"),
    ],
  },
];

/** What LiquidJS has and the core's engine does not. */
function listRefused(all: object, known: object): string[] {
  return Object.keys(all).filter((name) => !(name in known));
}

function of(owner: string, methods: string): string[] {
  return words(methods).map((name) => `${owner}.${name}`);
}

function words(text: string): string[] {
  return text.split(" ");
}
