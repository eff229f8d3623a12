// Text as people type it and as carriers count it.
export { toAsciiDigits } from "./text/digits.ts";
export { bare, normalise } from "./text/normalise.ts";
export { CHARACTERS_MAX, clean } from "./text/clean.ts";
export { billedSegments, costlyCharacters, segments } from "./text/segments.ts";
export type { Segments } from "./text/segments.ts";
export { splitMessage } from "./text/split.ts";
