// What a text means for consent, whoever sent it.
import { isClear } from "./clear.ts";
import { key, keysOf } from "./key.ts";
import { WORDING } from "./wording.ts";
import { wordKind } from "./words.ts";
import type { ConsentWords, WordKind } from "./words.ts";

export interface Classified {
  /** `doubtful`: an opt-out word in a text that does not clearly ask for it; a person should look. */
  readonly kind: WordKind | "doubtful" | "none";
  /** The text exactly as it came, for proof. */
  readonly words: string;
  /** It was a clear sentence rather than one of the words; no carrier knows those. */
  readonly clear?: true;
}

const HINTS = Object.values(WORDING).flatMap(({ hints }) => keysOf(hints));

/** Reads a text in every language we know, with an organisation's own words beside ours. */
export function classify(text: string, extra: ConsentWords = {}): Classified {
  const kind = wordKind(text, extra);
  if (kind !== null) return { kind, words: text };
  if (isClear(text)) return { kind: "opt-out", words: text, clear: true };
  return { kind: hints(text) ? "doubtful" : "none", words: text };
}

function hints(text: string): boolean {
  const words = ` ${key(text)} `;
  return HINTS.some((hint) => words.includes(` ${hint} `));
}
