// The label or a synonym and nothing else, case, accents and punctuation aside.
import { type Choice, whereFits, type Wording, type Wordings } from "./options.ts";

/** From strict to loose, so that "C++" is not "C", "A-" not "A+" and "iphone15" still "iPhone 15". */
const LEVELS = ["exact", "tidy", "spaced", "compact"] as const;

export function chooseByName(said: Wording, options: readonly Wordings[]): Choice {
  const isOnlySymbols = said.symbols !== "" && said.words.every((word) => said.symbols.includes(word));
  return whereFits(
    options,
    ...LEVELS.map((level) => (wording: Wording) => said[level] !== "" && wording[level] === said[level]),
    (wording) => isOnlySymbols && wording.symbols === said.symbols,
  );
}
