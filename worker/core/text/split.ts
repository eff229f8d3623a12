// Cuts a long text into messages where a reader would pause.
import { CHARACTERS_MAX, wholeCharacters } from "./clean.ts";

/** Where to cut, best first; the cut comes after the match. */
const PAUSES = [/\n\s*\n\s*/gu, /\n\s*/gu, /[.!?…؟।]['")\]]*\s+|[。！？]['")\]」』]*\s*/gu] as const;
const SPACES = /\s+/gu;

/** Pieces of at most `unitsMax` UTF-16 units, cut at a paragraph, line, sentence or word, last between graphemes. A blank text has none. */
export function splitMessage(text: string, unitsMax = CHARACTERS_MAX): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > unitsMax) {
    const cut = findCut(rest, unitsMax);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === "" ? pieces : [...pieces, rest];
}

function findCut(text: string, unitsMax: number): number {
  // One more character, so that a pause right after the last one that fits is seen.
  const window = text.slice(0, unitsMax + 1);
  for (const pause of PAUSES) {
    const cut = lastCut(window, pause, unitsMax);
    // An early pause would make a tiny message and, in all, one more of them.
    if (cut > unitsMax / 2) return cut;
  }
  return lastCut(window, SPACES, unitsMax) || lastGrapheme(text, unitsMax);
}

/** The last place after a match whose visible part fits; 0 if there is none. */
function lastCut(window: string, pause: RegExp, unitsMax: number): number {
  let cut = 0;
  for (const match of window.matchAll(pause)) {
    const end = match.index + match[0].length;
    if (window.slice(0, end).trimEnd().length <= unitsMax) cut = end;
  }
  return cut;
}

function lastGrapheme(text: string, unitsMax: number): number {
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const start = graphemes.segment(text).containing(unitsMax)?.index ?? 0;
  if (start > 0) return start;
  // One grapheme longer than a message: marks piled on a letter. Never half a surrogate pair, and always something.
  return Math.max(wholeCharacters(text, unitsMax), 1);
}
