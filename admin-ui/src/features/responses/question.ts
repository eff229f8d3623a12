// The questions of a flow as columns and charts show them.
import { inLanguage } from "#core/language";
import type { AnswerRule, Flow } from "#core/conversation/flow";

export interface Question {
  /** The name its answers are kept under. */
  readonly name: string;
  /** The author's title, else what is asked. */
  readonly title: string;
  /** What a column is called: short. */
  readonly heading: string;
  /** null for one that the published flow no longer asks. */
  readonly rule: AnswerRule | null;
  readonly language: string;
}

const HEADING_CHARACTERS_MAX = 44;

/** In the order of the flow; `others`: names with answers that it no longer asks for come last. */
export function questionsOf(flow: Flow | null, others: readonly string[] = []): readonly Question[] {
  const [language = "en"] = flow?.languages ?? [];
  const asked = (flow?.nodes ?? []).flatMap((node): Question[] => {
    if (node.kind !== "ask") return [];
    const name = node.saveAs ?? node.id.replaceAll("-", "_");
    const words = named(inLanguage(node.text, language) ?? name)
      .replaceAll(/\s+/g, " ")
      .trim();
    const title = node.title ?? words;
    return [{ name, title, heading: node.title ?? shorten(words), rule: node.answer, language }];
  });
  const known = new Map(asked.toReversed().map((question) => [question.name, question]));
  const once = asked.filter((question) => known.get(question.name) === question);
  const gone = [...new Set(others)].filter((name) => !known.has(name)).toSorted();
  return [
    ...once,
    ...gone.map((name): Question => ({ name, title: name, heading: name, rule: null, language })),
  ];
}

/** How a value reads: an option by its label, truth as yes and no. */
export function labelOf({ rule, language }: Question, value: string): string {
  if (rule?.kind === "yes-no") return value === "true" ? "Yes" : "No";
  if (rule?.kind !== "choice" && rule?.kind !== "multi-choice") return value;
  const option = rule.options.find(({ id }) => id === value);
  return (option === undefined ? null : inLanguage(option.label, language)) ?? value;
}

/** What each person read something else in place of is told by its name: `{{ contact.town }}` is [town]. */
function named(words: string): string {
  return words.replaceAll(
    /\{\{\s*(?:[\w-]+\.)*([\w-]+)[^}]*\}\}/g,
    (_, name: string) => `[${name.replaceAll("_", " ")}]`,
  );
}

function shorten(words: string): string {
  return words.length > HEADING_CHARACTERS_MAX ? `${words.slice(0, HEADING_CHARACTERS_MAX - 1)}…` : words;
}
