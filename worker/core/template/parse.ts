// Parses a template once, however often it is sent.
import type { Template } from "liquidjs";
import { liquid } from "./liquid.ts";
import { findPlaceholders } from "./placeholders.ts";
import type { Placeholder } from "./placeholders.ts";

export type Parsed =
  | { readonly kind: "ok"; readonly templates: Template[]; readonly placeholders: readonly Placeholder[] }
  | { readonly kind: "failed"; readonly problem: string };

/** A campaign has a handful of texts, a flow dozens; the oldest are forgotten beyond this. */
const PARSED_MAX = 500;
const parsed = new Map<string, Parsed>();

/** The template, or what is wrong with it and where. */
export function parse(source: string): Parsed {
  const known = parsed.get(source);
  if (known) return known;
  const fresh = parseAfresh(source);
  const [oldest] = parsed.keys();
  if (oldest !== undefined && parsed.size >= PARSED_MAX) parsed.delete(oldest);
  parsed.set(source, fresh);
  return fresh;
}

/** Every value the template prints, once, in order of appearance; none where it does not parse. */
export function placeholders(source: string): readonly Placeholder[] {
  const result = parse(source);
  return result.kind === "ok" ? result.placeholders : [];
}

function parseAfresh(source: string): Parsed {
  try {
    const templates = liquid.parse(source);
    return { kind: "ok", templates, placeholders: findPlaceholders(templates) };
  } catch (error) {
    return { kind: "failed", problem: describe(error) };
  }
}

/** LiquidJS puts the place behind its message: `tag "x" not found, line:1, col:7`. */
const PLACED = /^(?<what>.*), line:(?<line>\d+), col:(?<column>\d+)$/s;

/** The problem in words with its place, such as `line 1, column 7: tag "x" not found`. */
export function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = PLACED.exec(message)?.groups;
  return place ? `line ${place["line"]}, column ${place["column"]}: ${place["what"]}` : message;
}
