// How people say it, per language: words that are a whole message, and the shape of sentences that leave no doubt.
import { ar } from "./wording/ar.ts";
import { de } from "./wording/de.ts";
import { en } from "./wording/en.ts";
import { es } from "./wording/es.ts";
import { fr } from "./wording/fr.ts";
import { hi } from "./wording/hi.ts";
import { pt } from "./wording/pt.ts";

/** Lists are written with ` | ` between their members, spelt as people spell them. */
export interface Wording {
  /** Whole messages that opt out. No answer option may be called so. */
  readonly optOut: string;
  /** Whole messages that opt in, whoever sends them. */
  readonly optIn: string;
  /** Whole messages that opt in someone who is opted out, and are answers from everyone else. */
  readonly yes: string;
  readonly help: string;
  /** In a longer text they may mean it or not: a person should look. */
  readonly hints: string;
  /** What an imperative is dressed in: taken off the start, one after the other. */
  readonly openings: string;
  /** The same before a wish of one's own, as in "I want to unsubscribe". */
  readonly wishOpenings: string;
  /** Words that change nothing: left out wherever they stand. */
  readonly fillers: string;
  /** What may remain of an imperative; regular expressions over lower case without accents, apostrophes being spaces. */
  readonly asks: readonly string[];
  /** What may remain of a wish. */
  readonly wishes: readonly string[];
  /** Shows that they want something else rather than nothing: "call me instead". */
  readonly rather: string;
  readonly sentences: { readonly optedOut: string; readonly optedIn: string; readonly help: string };
}

/** English first: it is what carriers use and what other languages fall back on. */
export const WORDING: Readonly<Record<string, Wording>> = { en, es, fr, de, pt, ar, hi };
