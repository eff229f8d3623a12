// What conditions and texts may know about a run and its person.
import type { Fact } from "#core/compare";
import type { Facts } from "#core/condition";
import type { Answer, Person, RunState } from "#core/conversation/run";

/** The roots a branch may ask about; `tags`, `language` and `channel` stand alone, the others take a name. */
export const FACT_ROOTS = [
  "answers",
  "attributes",
  "tags",
  "language",
  "channel",
  "category",
  "variant",
] as const;

/** Paths: `answers.rating`, `attributes.plan`, `tags`, `language`, `channel`, `category.<funnel>`, `variant.<split>`. */
export function factsOf(state: RunState, person: Person): Facts {
  return (path) => {
    const [root = "", ...rest] = path.split(".");
    const name = rest.join(".");
    switch (root) {
      case "answers":
        return answerFact(own(state.answers, name));
      case "attributes":
        return own(person.fields, name);
      case "tags":
        return person.tags;
      case "language":
        return state.language;
      case "channel":
        return person.channel;
      case "category":
        return own(person.categories, name);
      case "variant":
        return own(state.variants, name);
      default:
        return undefined;
    }
  };
}

/**
 * What Liquid sees: the person's fields and every answer's label by name (an answer wins over a field),
 * and both apart as `contact.<field>` and `answers.<name>`. A skipped answer is absent, so that defaults apply.
 */
export function valuesOf(state: RunState, person: Person): Record<string, unknown> {
  const given = Object.entries(state.answers).filter(([, { skipped }]) => !skipped);
  const labels = Object.fromEntries(given.map(([name, { label }]) => [name, label]));
  return { ...person.fields, ...labels, answers: labels, contact: person.fields };
}

/** What a condition compares of an answer: places count by their label, media by their types. */
export function answerFact(answer: Answer | undefined): Fact | undefined {
  const value = answer?.value;
  if (answer === undefined || value === undefined || value === null) return undefined;
  if (typeof value !== "object") return value;
  if ("latitude" in value) return answer.label;
  return value.map((member) => (typeof member === "string" ? member : member.type));
}

/** Names come from people: `constructor` is nobody's answer. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
