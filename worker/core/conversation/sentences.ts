// What is said when an answer was not understood and the flow has no words of its own for it: what would be.
import type { AnswerRule, AnswerRuleOf } from "#core/conversation/flow";
import { ar } from "#core/conversation/sentences/ar";
import { de } from "#core/conversation/sentences/de";
import { en } from "#core/conversation/sentences/en";
import { es } from "#core/conversation/sentences/es";
import { fr } from "#core/conversation/sentences/fr";
import { hi } from "#core/conversation/sentences/hi";
import { pt } from "#core/conversation/sentences/pt";

/** `{min}`, `{max}`, `{number}` and `{things}` are filled in. */
export interface Sentences {
  readonly text: string;
  readonly textAtLeast: string;
  readonly textAtMost: string;
  readonly textBetween: string;
  /** The list of choices follows. */
  readonly choice: string;
  readonly multi: string;
  readonly multiExactly: string;
  readonly yesNo: string;
  readonly number: string;
  readonly numberAtLeast: string;
  readonly numberAtMost: string;
  readonly numberBetween: string;
  readonly aNumber: string;
  readonly aWholeNumber: string;
  readonly date: string;
  readonly dateFrom: string;
  readonly dateUntil: string;
  readonly dateBetween: string;
  readonly today: string;
  readonly email: string;
  readonly phone: string;
  readonly media: string;
  readonly image: string;
  readonly audio: string;
  readonly video: string;
  readonly document: string;
  readonly or: string;
  readonly location: string;
  readonly address: string;
  readonly yes: string;
  readonly no: string;
  /** Instead of a text that came out empty. */
  readonly sorry: string;
}

export const SENTENCES: Readonly<Record<string, Sentences>> = { en, es, fr, de, pt, ar, hi };

/** The first of the languages we have sentences in; English where we have none. */
export function sentencesIn(languages: readonly string[]): Sentences {
  for (const language of languages) {
    const sentences = SENTENCES[language];
    if (sentences !== undefined) return sentences;
  }
  return en;
}

/** "Please answer with a number from 1 to 5." */
export function explainExpected(rule: AnswerRule, words: Sentences): string {
  switch (rule.kind) {
    case "text": {
      const { lengthMin: min, lengthMax: max } = rule;
      return fill(ranged(words.text, words.textAtLeast, words.textAtMost, words.textBetween, min, max), {
        min,
        max,
      });
    }
    case "choice":
      return words.choice;
    case "multi-choice": {
      const { choicesMin: min = 1, choicesMax: max = rule.options.length } = rule;
      return fill(min === max ? words.multiExactly : words.multi, { min, max });
    }
    case "yes-no":
      return words.yesNo;
    case "number":
      return explainNumber(rule, words);
    case "rating":
      return explainNumber({ min: rule.min, max: rule.max }, words);
    case "nps":
      return explainNumber({ min: 0, max: 10 }, words);
    case "date":
      return explainDate(rule, words);
    case "email":
      return words.email;
    case "phone":
      return words.phone;
    case "media":
      return explainMedia(rule, words);
    case "location":
      return rule.addressInWords ? words.address : words.location;
    default:
      return rule satisfies never;
  }
}

function explainNumber(rule: Partial<Omit<AnswerRuleOf<"number">, "kind">>, words: Sentences): string {
  const { min, max, integer } = rule;
  const sentence = ranged(
    words.number,
    words.numberAtLeast,
    words.numberAtMost,
    words.numberBetween,
    min,
    max,
  );
  return fill(sentence, { min, max, number: integer ? words.aWholeNumber : words.aNumber });
}

function explainDate({ earliest, latest }: AnswerRuleOf<"date">, words: Sentences): string {
  const inWords = (day: string | undefined) => (day === "today" ? words.today : day);
  const sentence = ranged(words.date, words.dateFrom, words.dateUntil, words.dateBetween, earliest, latest);
  return fill(sentence, { min: inWords(earliest), max: inWords(latest) });
}

function explainMedia({ accept }: AnswerRuleOf<"media">, words: Sentences): string {
  const things = (accept ?? (["image", "video", "audio", "document"] as const)).map((kind) => words[kind]);
  const last = things.pop() ?? "";
  return fill(words.media, {
    things: things.length === 0 ? last : `${things.join(", ")} ${words.or} ${last}`,
  });
}

function ranged<T>(
  plain: string,
  atLeast: string,
  atMost: string,
  between: string,
  min: T | undefined,
  max: T | undefined,
): string {
  if (min !== undefined) return max === undefined ? atLeast : between;
  return max === undefined ? plain : atMost;
}

function fill(sentence: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
