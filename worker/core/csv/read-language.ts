// A language as a cell says it: by its tag, or by its name in any of the languages that lists are kept in.
import { normalise } from "#core/text";

/** Each is known by what it is called in each of them, as the Unicode CLDR has it. */
const TAGS = ["ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt", "ru", "tr", "uk", "zh"];
/** What people say besides. */
const SAID: readonly (readonly [name: string, tag: string])[] = [
  ["castellano", "es"],
  ["holländisch", "nl"],
  ["holandés", "nl"],
  ["neerlandês", "nl"],
  ["hollandais", "nl"],
  ["عربي", "ar"],
  ["हिंदी", "hi"],
  ["mandarin", "zh"],
  ["汉语", "zh"],
];
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

let names: ReadonlyMap<string, string> | undefined;

/** A language tag; null for what is neither a tag nor a language's name. */
export function readLanguage(cell: string): string | null {
  names ??= nameAll();
  const named = names.get(normalise(cell));
  if (named !== undefined) return named;
  if (!TAG.test(cell)) return null;
  const [base = "", ...rest] = cell.split(/[-_]/);
  return [base.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join(
    "-",
  );
}

/** Only where a list names one: it takes some milliseconds. */
function nameAll(): ReadonlyMap<string, string> {
  const called = TAGS.flatMap((spoken) => {
    const language = new Intl.DisplayNames([spoken], { type: "language" });
    return TAGS.map((tag) => [language.of(tag) ?? tag, tag] as const);
  });
  return new Map([...called, ...SAID].map(([name, tag]) => [normalise(name), tag]));
}
