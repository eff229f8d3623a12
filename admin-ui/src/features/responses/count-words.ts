// Which words people use: each answer counts a word once, and words that say nothing are left out.

export interface WordCount {
  readonly word: string;
  /** How many answers have it. */
  readonly count: number;
}

const WORDS_SHOWN = 30;
const CHARACTERS_MIN = 3;

/** The commonest of the languages that our own sentences speak, from three letters on. */
const IDLE = new Set(
  [
    "the and for are was were with that this have has had not but you your our from they them their its it's very all can will would been being than then there what when who how out about into just too also",
    "los las una uno que con por para del sus está este esta pero más muy como son fue hay nos les",
    "les des une est pas pour que qui dans sur avec vous nous sont mais très plus ses ces aux été",
    "der die das und ist nicht mit ein eine einen den dem des sie wir ich auch auf für von sind war sehr aber hat",
    "não uma com para por mais são foi muito dos das nos nas seu sua",
  ].flatMap((words) => words.split(" ")),
);

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The most used first. */
export function countWords(
  answers: readonly { readonly value: string; readonly count: number }[],
): readonly WordCount[] {
  const counts = new Map<string, number>();
  for (const { value, count } of answers) {
    for (const word of wordsIn(value)) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return [...counts]
    .map(([word, count]): WordCount => ({ word, count }))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS_SHOWN);
}

function wordsIn(text: string): ReadonlySet<string> {
  const found = [...words.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike === true && !isIdle(segment) ? segment : [],
  );
  return new Set(found);
}

/** Chinese and Japanese words are short. */
function isIdle(word: string): boolean {
  return IDLE.has(word) || (word.length < CHARACTERS_MIN && /^[\p{Script=Latin}\p{N}]+$/u.test(word));
}
