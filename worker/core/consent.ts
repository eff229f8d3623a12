// What a person decides about hearing from us, read before any flow sees the text.
export { classify } from "./consent/classify.ts";
export type { Classified } from "./consent/classify.ts";
export { decideConsent } from "./consent/decide.ts";
export type { ConsentDecision, ConsentInput } from "./consent/decide.ts";
export { consentSentences } from "./consent/sentences.ts";
export { isReserved, OPT_OUT_WORDS, RESERVED_WORDS } from "./consent/words.ts";
export type { ConsentWords } from "./consent/words.ts";
