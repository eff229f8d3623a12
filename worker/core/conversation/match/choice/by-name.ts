// The label or a synonym and nothing else, case, accents and punctuation aside.
import { type Choice, whereFits, type Wording, type Wordings } from "./options.ts";

/** From strict to loose, so that "C++" is not "C", "A-" not "A+" and "iphone15" still "iPhone 15". */
const LEVELS = ["exact", "tidy", "spaced", "compact"] as const;

export function chooseByName(said: Wording, options: readonly Wordings[]): Choice {
  for (const level of LEVELS) {
    const choice =
      said[level] === "" ? null : whereFits(options, (wording) => wording[level] === said[level]);
    if (choice !== null) return choice;
  }
  const areSymbols =
    said.symbols !== "" && said.compact === "" && said.words.every((word) => said.symbols.includes(word));
  return areSymbols ? whereFits(options, (wording) => wording.symbols === said.symbols) : null;
}
