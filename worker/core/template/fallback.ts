// What to say when a template fails: its plain words, with the Liquid taken out.
import { isBlank, valueAt } from "./values.ts";
import type { Values } from "./values.ts";

/** An output, a tag, or an opening without an end, which takes the rest of its line. */
const MARKUP = /\{\{-?(?<output>[\s\S]*?)-?\}\}|\{%-?\s*(?<tag>\w*)[\s\S]*?%\}|\{[{%].*/g;
/** What such a block would have said hangs on what just failed. */
const BLOCKS = new Set(["if", "unless", "case", "for", "tablerow", "capture", "comment"]);
/** A placeholder that needs no other filter than `default`. */
const SIMPLE =
  /^\s*(?<path>[\p{L}_][\p{L}\p{N}_.-]*)\s*(?:\|\s*default:\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*)?$/u;

/** The source's own words outside of any block, simple placeholders filled in; empty where there are none. */
export function plainWords(
  source: string,
  values: Values,
  defaults: Readonly<Record<string, string>>,
): string {
  let words = "";
  let depth = 0;
  let from = 0;
  const keep = (text: string) => {
    if (depth === 0) words += text;
  };
  for (const match of source.matchAll(MARKUP)) {
    keep(source.slice(from, match.index));
    from = match.index + match[0].length;
    const { output, tag = "" } = match.groups ?? {};
    if (output !== undefined) keep(simpleValue(output, values, defaults));
    else if (BLOCKS.has(tag)) depth += 1;
    else if (tag.startsWith("end") && BLOCKS.has(tag.slice(3))) depth = Math.max(0, depth - 1);
    keep(" ");
  }
  keep(source.slice(from));
  return tidy(words);
}

function simpleValue(output: string, values: Values, defaults: Readonly<Record<string, string>>): string {
  const { path, double, single } = SIMPLE.exec(output)?.groups ?? {};
  if (path === undefined) return "";
  const value = valueAt(values, path);
  if ((typeof value === "string" && !isBlank(value)) || typeof value === "number") return String(value);
  return double ?? single ?? (Object.hasOwn(defaults, path) ? (defaults[path] ?? "") : "");
}

function tidy(words: string): string {
  return words
    .replace(/[ \t]+/g, " ")
    .replace(/ +([,.;:!?…،؟।。！？\n])/g, "$1")
    .replace(/\n +/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
