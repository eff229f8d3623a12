// "not blue", "anything but blue", "azul no": what was named only to be turned down.
import { type Found, phraseAt } from "./phrases.ts";
import type { Token } from "./read.ts";
import { list, listAt, longest, type Vocabulary } from "./vocabulary.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Those spans nothing denies. A `not` that is part of a span, as in the option "Not sure", denies nothing. */
export function affirmed<S extends Span>(
  tokens: readonly Token[],
  spans: readonly S[],
  vocabulary: Vocabulary,
): S[] {
  const denied = new Set(
    denials(tokens, spans, vocabulary).flatMap(({ negator, thought, follows }) => {
      const near = spans.filter((span) => thought.start <= span.start && span.start < thought.end);
      const ahead = near.filter((span) => span.start >= negator.end);
      const behind = near.filter((span) => span.end <= negator.start);
      // "blue is not what I want": a denial with nothing to deny on its own side means the other.
      const [first, second] = follows ? [behind, ahead] : [ahead, behind];
      return first.length > 0 ? first : second;
    }),
  );
  return spans.filter((span) => !denied.has(span));
}

interface Denial {
  readonly negator: Span;
  /** The stretch of tokens it can reach: its clause, cut at "but". */
  readonly thought: Span;
  readonly follows: boolean;
}

function denials(tokens: readonly Token[], spans: readonly Span[], vocabulary: Vocabulary): Denial[] {
  const negators: { span: Span; follows: boolean }[] = [];
  const turns = [0, tokens.length];
  for (let index = 0; index < tokens.length;) {
    if (tokens[index]?.clause !== tokens[index - 1]?.clause) turns.push(index);
    // A phrase neither runs into a span nor past the end of its clause.
    const seen = tokens.slice(0, stretchEnd(tokens, spans, index));
    const isNamed = spans.some(({ start, end }) => start <= index && index < end);
    const negator = isNamed ? null : negatorAt(seen, index, vocabulary);
    const turn = isNamed ? null : listAt(vocabulary, "but", seen, index);
    if (negator !== null) negators.push({ span: negator, follows: negator.value });
    else if (turn !== null) turns.push(index);
    index = (negator ?? turn)?.end ?? index + 1;
  }
  return negators.map(({ span, follows }) => ({
    negator: span,
    follows,
    thought: {
      start: Math.max(...turns.filter((turn) => turn <= span.start)),
      end: Math.min(...turns.filter((turn) => turn >= span.end)),
    },
  }));
}

/** The word for not in any of the languages; its value says whether it stands behind what it denies. */
function negatorAt(tokens: readonly Token[], index: number, vocabulary: Vocabulary): Found<boolean> | null {
  return longest(
    vocabulary.map((lexicon) => {
      const negator = phraseAt(list(lexicon, "not"), tokens, index);
      return negator && { ...negator, value: lexicon.notFollows === true };
    }),
  );
}

function stretchEnd(tokens: readonly Token[], spans: readonly Span[], from: number): number {
  const end = tokens.findIndex(
    (token, index) =>
      index > from && (token.clause !== tokens[from]?.clause || spans.some((span) => span.start === index)),
  );
  return end === -1 ? tokens.length : end;
}
