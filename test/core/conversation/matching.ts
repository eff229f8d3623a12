// Shortens what the tables of the match tests say: an answer is its value, a refusal is its reason.
import { AnswerRule } from "#core/conversation/flow";
import { match, type MatchContext, type Said } from "#core/conversation/match";

/** A Saturday in November, late in the evening in London. */
export const NOW = Date.parse("2026-11-21T22:30:00Z");

export const ENGLISH: MatchContext = { language: "en", languages: ["en"], zone: "Europe/London", now: NOW };

/** A person of this language in a flow that speaks it and English. */
export function speaking(language: string): MatchContext {
  return { ...ENGLISH, language, languages: [...new Set(["en", language])] };
}

/** The rule as the editor writes it, with defaults filled in. */
export function asking(rule: unknown): AnswerRule {
  return AnswerRule.parse(rule);
}

/** The value, or the reason in brackets: `[ambiguous]`. */
export function answer(rule: AnswerRule, said: string | Said, context: MatchContext = ENGLISH): unknown {
  const found = match(rule, typeof said === "string" ? { text: said } : said, context);
  return found.kind === "matched" ? found.value : `[${found.why}]`;
}

export function labelOf(
  rule: AnswerRule,
  said: string | Said,
  context: MatchContext = ENGLISH,
): string | null {
  const found = match(rule, typeof said === "string" ? { text: said } : said, context);
  return found.kind === "matched" ? found.label : null;
}
