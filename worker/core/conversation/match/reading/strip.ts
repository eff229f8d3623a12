// Takes the polite and the obvious from around an answer: "I'd like the blue one, please" leaves "blue".
import type { Reading, Token } from "./read.ts";
import { isWholly, listAt, listBefore, type Vocabulary } from "./vocabulary.ts";

export interface Core {
  readonly tokens: readonly Token[];
  /** The text of these tokens with the signs between and after them. */
  readonly text: string;
  /** Nothing but such words was said: "please". */
  readonly isIdle: boolean;
}

/** The last word always stays: in "option a" the `a` is an answer, although elsewhere it is only an article. */
export function strip({ text, tokens }: Reading, vocabulary: Vocabulary): Core {
  let [start, end] = [0, tokens.length];
  for (let found = listBefore(vocabulary, "after", tokens, end); found !== null && found.start > start;) {
    end = found.start;
    found = listBefore(vocabulary, "after", tokens.slice(0, end), end);
  }
  const kept = tokens.slice(0, end);
  for (let found = listAt(vocabulary, "before", kept, start); found !== null && found.end < end;) {
    start = found.end;
    found = listAt(vocabulary, "before", kept, start);
  }
  const core = tokens.slice(start, end);
  return {
    tokens: core,
    text: text.slice(core[0]?.start ?? 0, tokens[end]?.start ?? text.length).trim(),
    isIdle: isWholly(vocabulary, "before", core) || isWholly(vocabulary, "after", core),
  };
}
