// A text beside the options it may mean.
import { type Reading, read } from "../reading/read.ts";
import { type Core, strip } from "../reading/strip.ts";
import { type Vocabulary, vocabularyOf } from "../reading/vocabulary.ts";
import type { MatchContext } from "../said.ts";
import { type Choosable, type Wordings, wordingsOf } from "./options.ts";

export interface Question {
  readonly text: string;
  readonly reading: Reading;
  /** What is left of it without "I'd like" and "please". */
  readonly core: Core;
  readonly options: readonly Wordings[];
  readonly vocabulary: Vocabulary;
}

export function questionOf(text: string, options: readonly Choosable[], context: MatchContext): Question {
  const vocabulary = vocabularyOf(context);
  const reading = read(text);
  return {
    text,
    reading,
    core: strip(reading, vocabulary),
    options: options.map((option) => wordingsOf(option, context)),
    vocabulary,
  };
}
