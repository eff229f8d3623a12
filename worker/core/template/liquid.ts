// The Liquid that texts may use: no files, no clock, no chance, and a cost that is bounded without a clock.
import { ForTag, Liquid } from "liquidjs";
import type { Context, Emitter, Template } from "liquidjs";

/** Characters of one template: ten times what a text may hold. */
const TEMPLATE_CHARACTERS_MAX = 16_000;
/** What one rendering may allocate, in characters and list items: a message has 1,600, the rest is head-room. */
const ALLOCATIONS_MAX = 100_000;
/** What starting a loop is charged, so that nested loops end long before they are felt (at most a hundred loops a text). */
const LOOP_CHARGE = 1_000;

/** Left out: what reads files, writes HTML, prints past `toText`, or changes the values it is given. */
const TAGS = new Set([
  "#",
  "assign",
  "break",
  "capture",
  "case",
  "comment",
  "continue",
  "for",
  "if",
  "raw",
  "unless",
]);
/** Left out: chance, what evaluates a text as an expression, which a value must never be, and what answers only later. */
const REFUSED_FILTERS = /^sample$|_exp$|sha256$/;
/** They read the clock for the words `now` and `today`. */
const DATE_FILTERS = ["date", "date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string"];

class BoundedFor extends ForTag {
  override render(context: Context, emitter: Emitter): Generator<unknown, string | void, Template[]> {
    context.memoryLimit.use(LOOP_CHARGE);
    return super.render(context, emitter);
  }
}

export const liquid = makeLiquid();

function makeLiquid(): Liquid {
  const engine = new Liquid({
    parseLimit: TEMPLATE_CHARACTERS_MAX,
    memoryLimit: ALLOCATIONS_MAX,
    ownPropertyOnly: true,
    strictFilters: true,
    // Else the machine's own: the same input must give the same text everywhere.
    locale: "en-US",
    timezoneOffset: 0,
    dateFormat: "%-d %B %Y",
    outputEscape: toText,
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (REFUSED_FILTERS.test(name)) delete engine.filters[name];
  for (const name of DATE_FILTERS) withoutClock(engine, name);
  engine.registerTag("for", BoundedFor);
  return engine;
}

function withoutClock(engine: Liquid, name: string): void {
  const original = engine.filters[name];
  if (typeof original !== "function") throw new Error(`LiquidJS has no filter ${name}`);
  engine.registerFilter(name, function (value: unknown, ...options: unknown[]): unknown {
    return value === "now" || value === "today" ? value : original.call(this, value, ...options);
  });
}

/** Runs on everything printed: lists are joined, groups of values are refused, and the length is charged. Plain text needs no escaping. */
function toText(this: { context: Context }, value: unknown): string {
  const text = asText(value);
  this.context.memoryLimit.use(text.length);
  return text;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(asText).join(", ");
  throw new Error("this is a group of values, which cannot be printed; name one of them");
}
