// Finds options that a person could mix up, by asking the matcher itself what each of their names and places would choose.
import type { AnswerRule, AnswerRuleOf } from "#core/conversation/flow";
import { inLanguage } from "#core/language";
import { choose } from "./choice/choose.ts";
import { type Choosable, wordingOf } from "./choice/options.ts";
import { placeNames } from "./choice/place-names.ts";
import type { MatchContext } from "./said.ts";
import { matchYesNo } from "./yes-no/yes-no.ts";

export interface Overlap {
  /** Ids of the options, in their order; `yes` and `no` for a yes-no question. */
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
  // The first of those that read alike is the one in the author's own spelling.
  return [...new Map(found.toReversed().map((overlap) => [keyOf(overlap), overlap])).values()].toReversed();
}

function sharedNames(options: readonly Choosable[], context: MatchContext): Overlap[] {
  return options.flatMap((option, index) => {
    const names = namesOf(option, context.language);
    const words = [...names, ...names.map((name) => wordingOf(name).tidy), ...placeNames(index, context)];
    return words.flatMap((word) =>
      (choose(word, options, context) ?? []).flatMap((other) => pair(options, index, other, word, context)),
    );
  });
}

/** "1" beside "10": half of the one is the other. */
function sharedDigits(options: readonly Choosable[], context: MatchContext): Overlap[] {
  const labels = options.map((option) => wordingOf(inLanguage(option.label, context.language) ?? "").spaced);
  return labels.flatMap((short, index) =>
    labels.flatMap((long, other) =>
      /^\d+$/.test(short) && /^\d+$/.test(long) && short !== long && long.startsWith(short)
        ? pair(options, index, other, short, context)
        : [],
    ),
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

function pair(
  options: readonly Choosable[],
  index: number,
  other: number,
  word: string,
  { language }: MatchContext,
): Overlap[] {
  const [a, b] = [options[Math.min(index, other)], options[Math.max(index, other)]];
  return a === undefined || b === undefined || a === b ? [] : [{ a: a.id, b: b.id, language, word }];
}

function keyOf({ a, b, language, word }: Overlap): string {
  return JSON.stringify([a, b, language, wordingOf(word).tidy]);
}
