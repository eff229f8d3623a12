// The three things we say about consent ourselves.
import { WORDING } from "./wording.ts";
import { en } from "./wording/en.ts";

export interface ConsentSentences {
  readonly optedOut: string;
  readonly optedIn: string;
  readonly help: string;
}

/** The sentences in this language (a tag such as `pt-BR`), English where we have none, under the organisation's name. */
export function consentSentences(language: string, organisation: string): ConsentSentences {
  const [base = ""] = language.toLowerCase().split("-");
  const { sentences } = (Object.hasOwn(WORDING, base) ? WORDING[base] : undefined) ?? en;
  const name = organisation.trim();
  const signed = (sentence: string) => (name === "" ? sentence : `${name}: ${sentence}`);
  return {
    optedOut: signed(sentences.optedOut),
    optedIn: signed(sentences.optedIn),
    help: signed(sentences.help),
  };
}
