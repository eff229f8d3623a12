// Which words and which wording count for a person.
import type { Text, Words } from "#core/conversation/flow";
import { bare } from "#core/text";

/** The languages to look in, best first: the run's own, its base (`pt` for `pt-BR`), then the flow's others. */
export function languagesOf(language: string, flowLanguages: readonly string[]): readonly string[] {
  return [...new Set([language, baseOf(language), ...flowLanguages])];
}

/** Picks the wording in the first of the languages that has one, else the first that was written. */
export function wordingOf(text: Text, languages: readonly string[]): string {
  for (const language of languages) {
    const wording = text[language];
    if (wording !== undefined) return wording;
  }
  return Object.values(text)[0] ?? "";
}

/** Whether the whole text is one of the words, in any of the languages; case, accents and punctuation aside. */
export function saysOneOf(text: string, words: Words | undefined, languages: readonly string[]): boolean {
  const said = bare(text);
  if (said === "" || words === undefined) return false;
  return languages.some((language) => words[language]?.some((word) => bare(word) === said) ?? false);
}

/** The flow's language for a person: their own, one of the same base, else the default. */
export function languageFor(wanted: string | null, flowLanguages: readonly string[]): string {
  const [fallback = "en"] = flowLanguages;
  if (wanted === null) return fallback;
  return (
    flowLanguages.find((language) => language.toLowerCase() === wanted.toLowerCase()) ??
    flowLanguages.find((language) => baseOf(language) === baseOf(wanted)) ??
    fallback
  );
}

function baseOf(language: string): string {
  return language.split("-")[0] ?? language;
}
