// Words that are a whole message and decide something.
import { key, keysOf } from "./key.ts";
import { WORDING } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** An organisation's own words beside the built-in ones, per language. */
export interface ConsentWords {
  readonly optOut?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly optIn?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly help?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** By language; each list as the person may type it, in folded spelling. */
export const OPT_OUT_WORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(WORDING).map(([language, { optOut }]) => [language, keysOf(optOut)]),
);

const BUILT_IN = {
  optOut: inAnyLanguage(({ optOut }) => optOut),
  optIn: inAnyLanguage(({ optIn }) => optIn),
  yes: inAnyLanguage(({ yes }) => yes),
  help: inAnyLanguage(({ help }) => help),
};

/** No answer may be called so: whoever gave it would opt out, opt in or ask for help instead. A yes is not among them. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...BUILT_IN.optOut,
  ...BUILT_IN.optIn,
  ...BUILT_IN.help,
]);

/** Whether these words, as a whole message, never reach a flow. */
export function isReserved(words: string, extra: ConsentWords = {}): boolean {
  const kind = wordKind(words, extra);
  return kind !== null && kind !== "yes";
}

export type WordKind = "opt-out" | "opt-in" | "help" | "yes";

/** What the whole message is, in any language: people answer in theirs, whatever the line speaks. */
export function wordKind(text: string, extra: ConsentWords = {}): WordKind | null {
  const words = key(text);
  if (words === "") return null;
  if (BUILT_IN.optOut.has(words) || isAmong(words, extra.optOut)) return "opt-out";
  if (BUILT_IN.optIn.has(words) || isAmong(words, extra.optIn)) return "opt-in";
  if (BUILT_IN.help.has(words) || isAmong(words, extra.help)) return "help";
  return BUILT_IN.yes.has(words) ? "yes" : null;
}

function isAmong(words: string, lists: ConsentWords["optOut"]): boolean {
  return Object.values(lists ?? {}).some((list) => list.some((word) => key(word) === words));
}

function inAnyLanguage(listOf: (wording: Wording) => string): ReadonlySet<string> {
  return new Set(Object.values(WORDING).flatMap((wording) => keysOf(listOf(wording))));
}
