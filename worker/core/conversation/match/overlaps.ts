// Finds options that a person could mix up, by asking the matcher itself what each of their names and places would choose.
import type { AnswerRule, AnswerRuleOf } from "#core/conversation/flow";
import { inLanguage } from "#core/language";
import { choose } from "./choice/choose.ts";
import { type Choosable, wordingOf } from "./choice/options.ts";
import { placeNames } from "./choice/place-names.ts";
import type { MatchContext } from "./said.ts";
import { matchYesNo } from "./yes-no.ts";

export interface Overlap {
  /** Ids of the options; `yes` and `no` for a yes-no question. */
  readonly a: string;
  readonly b: string;
  readonly language: string;
  /** What a person would type. */
  readonly word: string;
}

/** Every word that names one option and chooses another, or several, in each of the flow's languages. */
export function overlaps(rule: AnswerRule, languages: readonly string[]): Overlap[] {
  const found = languages.flatMap((language) => {
    const context: MatchContext = { language, languages, zone: "UTC", now: 0 };
    if (rule.kind === "choice" || rule.kind === "multi-choice") {
      return [...sharedNames(rule.options, context), ...sharedDigits(rule.options, context)];
    }
    return rule.kind === "yes-no" ? sharedVerdicts(rule, context) : [];
  });
  return [...new Map(found.map((overlap) => [keyOf(overlap), overlap])).values()];
}

function sharedNames(options: readonly Choosable[], context: MatchContext): Overlap[] {
  return options.flatMap((option, index) => {
    const names = namesOf(option, context.language);
    const words = [...names, ...names.map((name) => wordingOf(name).tidy), ...placeNames(index, context)];
    return words.flatMap((word) =>
      (choose(word, options, context) ?? []).flatMap((other) => pair(option, options[other], word, context)),
    );
  });
}

/** "1" beside "10": half of the one is the other. */
function sharedDigits(options: readonly Choosable[], context: MatchContext): Overlap[] {
  const digits = options.flatMap((option) => {
    const { spaced } = wordingOf(inLanguage(option.label, context.language) ?? "");
    return /^\d+$/.test(spaced) ? [{ option, spaced }] : [];
  });
  return digits.flatMap(({ option, spaced }) =>
    digits
      .filter((other) => other.spaced !== spaced && other.spaced.startsWith(spaced))
      .flatMap((other) => pair(option, other.option, spaced, context)),
  );
}

function sharedVerdicts(rule: AnswerRuleOf<"yes-no">, context: MatchContext): Overlap[] {
  const { language } = context;
  const isTakenFor = (word: string, value: boolean) => {
    const heard = matchYesNo(rule, { text: word }, context);
    return heard.kind === "matched" && heard.value === value;
  };
  return [
    ...(rule.yesWords?.[language] ?? []).filter((word) => isTakenFor(word, false)),
    ...(rule.noWords?.[language] ?? []).filter((word) => isTakenFor(word, true)),
  ].map((word) => ({ a: "yes", b: "no", language, word }));
}

function namesOf(option: Choosable, language: string): string[] {
  return [inLanguage(option.label, language) ?? "", ...(option.synonyms?.[language] ?? [])].filter(
    (name) => name !== "",
  );
}

function pair(a: Choosable, b: Choosable | undefined, word: string, { language }: MatchContext): Overlap[] {
  return b === undefined || b === a ? [] : [{ a: a.id, b: b.id, language, word }];
}

/** The same pair either way round. */
function keyOf({ a, b, language, word }: Overlap): string {
  return JSON.stringify([[a, b].sort(), language, wordingOf(word).tidy]);
}
