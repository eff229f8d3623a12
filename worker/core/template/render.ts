// Fills a text in for one person; a template that fails still says something.
import { plainWords } from "./fallback.ts";
import { liquid } from "./liquid.ts";
import { describe, parse } from "./parse.ts";
import { isBlank, withDefaults } from "./values.ts";
import type { Values } from "./values.ts";

export type Rendered =
  | { readonly kind: "ok"; readonly text: string }
  /** `text` can be sent all the same; `problem` is for the text's author. */
  | { readonly kind: "failed"; readonly text: string; readonly problem: string };

/** Why a text that says something to others is not sent to one person: no mistake of its author's. */
export const EMPTY = "the text is empty for this person";

const NEUTRAL = "Sorry, something went wrong on our side.";

/**
 * The text for these values. `defaults` stand in for blank ones by dotted name, unless the template has its own `default`
 * or tests for them; `neutral` is said where a failed template has no plain words of its own. Values are never read as Liquid.
 */
export function render(
  source: string,
  values: Values,
  defaults: Readonly<Record<string, string>> = {},
  neutral: string = NEUTRAL,
): Rendered {
  const fail = (problem: string): Rendered => {
    return { kind: "failed", text: plainWords(source, values, defaults) || neutral, problem };
  };
  const parsed = parse(source);
  if (parsed.kind === "failed") return fail(parsed.problem);
  const lacking = parsed.placeholders.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
  try {
    const text = String(liquid.renderSync(parsed.templates, withDefaults(values, defaults, lacking))).trim();
    return isBlank(text) ? fail(EMPTY) : { kind: "ok", text };
  } catch (error) {
    return fail(describe(error));
  }
}

/** What is wrong with the template and where, such as `line 1, column 7: ...`; null if it parses. */
export function checkTemplate(source: string): string | null {
  const parsed = parse(source);
  return parsed.kind === "failed" ? parsed.problem : null;
}
