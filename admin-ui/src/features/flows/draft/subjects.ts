// What a branch of this flow can ask about, and what it can be compared with.
import { arityOf } from "#core/arity";
import type { Condition, Filter, Operator } from "#core/condition";
import { inLanguage } from "#core/language";
import { answerNameOf } from "./answer-name.ts";
import { nameStep } from "./say-step.ts";
import type { Answer, Draft } from "./draft.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Subject {
  readonly path: string;
  readonly label: string;
  readonly group: "Answers in this flow" | "The contact" | "Random splits";
  /** Where only these can come: choices of a question, ways of a split. */
  readonly choices: readonly Choice[] | null;
  /** What the operator reads best with. */
  readonly holds: "text" | "number" | "flag" | "date" | "list";
}

/** Answers and splits of the flow, and what every contact has; names of fields and funnels are the author's own. */
export function subjectsOf({ nodes, languages }: Pick<Draft, "nodes" | "languages">): readonly Subject[] {
  const [language = "en"] = languages;
  const found = nodes.flatMap((step): Subject[] => {
    if (step.kind === "ask") {
      const path = `answers.${answerNameOf(step)}`;
      const label = `${nameStep(step, language)} (${answerNameOf(step)})`;
      return [{ path, label, group: "Answers in this flow", ...valuesOf(step.answer, language) }];
    }
    if (step.kind !== "split") return [];
    const choices = step.ways.map(({ id }) => ({ value: id, label: id }));
    const label = `Way of "${nameStep(step, language)}"`;
    return [{ path: `variant.${step.id}`, label, group: "Random splits", choices, holds: "text" }];
  });
  const once = found.filter(({ path }, place) => found.findIndex((each) => each.path === path) === place);
  return [...once, ...ABOUT_THE_CONTACT];
}

const ABOUT_THE_CONTACT: readonly Subject[] = [
  { path: "tags", label: "Tags", group: "The contact", choices: null, holds: "list" },
  { path: "language", label: "Language", group: "The contact", choices: null, holds: "text" },
  {
    path: "channel",
    label: "Channel",
    group: "The contact",
    choices: [
      { value: "sms", label: "SMS" },
      { value: "whatsapp", label: "WhatsApp" },
      { value: "chat", label: "Web chat" },
    ],
    holds: "text",
  },
];

function valuesOf(answer: Answer, language: string): Pick<Subject, "choices" | "holds"> {
  switch (answer.kind) {
    case "choice":
    case "multi-choice": {
      const choices = answer.options.map(({ id, label }) => ({
        value: id,
        label: inLanguage(label, language) ?? id,
      }));
      return { choices, holds: answer.kind === "choice" ? "text" : "list" };
    }
    case "yes-no":
      return { choices: null, holds: "flag" };
    case "number":
    case "rating":
    case "nps":
      return { choices: null, holds: "number" };
    case "date":
      return { choices: null, holds: "date" };
    case "media":
      return { choices: null, holds: "list" };
    case "text":
    case "email":
    case "phone":
    case "location":
      return { choices: null, holds: "text" };
    default:
      return answer satisfies never;
  }
}

/** Something to compare the nearest question above with; what the contact's tags hold where there is none. */
export function blankFilter(draft: Pick<Draft, "nodes" | "languages">, at: number): Filter {
  const ask = draft.nodes.slice(0, at).findLast((step) => step.kind === "ask");
  const path = ask === undefined ? "tags" : `answers.${answerNameOf(ask)}`;
  const subject = subjectsOf(draft).find((each) => each.path === path);
  return subject === undefined ? { path, op: "exists" } : filterAbout(subject);
}

/** A first comparison with this subject. */
export function filterAbout({ path, choices, holds }: Subject): Filter {
  switch (holds) {
    case "flag":
      return { path, op: "eq", value: true };
    case "number":
      return { path, op: "gte", value: 1 };
    case "date":
      return { path, op: "exists" };
    case "list":
      return { path, op: "contains", value: choices?.[0]?.value ?? "" };
    case "text":
      return choices === null ? { path, op: "exists" } : { path, op: "eq", value: choices[0]?.value ?? "" };
    default:
      return holds satisfies never;
  }
}

/** The same comparison with another operator: its value goes along as far as it fits. */
export function withOperator({ path, value }: Filter, op: Operator): Filter {
  const [first = "", second = first] = value === undefined ? [] : [value].flat();
  const arity = arityOf(op);
  switch (arity) {
    case "existence":
      return { path, op };
    case "many":
      return { path, op, value: [value ?? []].flat() };
    case "two":
      return { path, op, value: [first, second] };
    case "one":
      return { path, op, value: first ?? "" };
    default:
      return arity satisfies never;
  }
}

export type Joint = "all" | "any";

/** The members of a group and how they are joined; a lone comparison is a group of one. */
export function membersOf(condition: Condition): { joint: Joint; members: readonly Condition[] } {
  if ("all" in condition) return { joint: "all", members: condition.all };
  if ("any" in condition) return { joint: "any", members: condition.any };
  return { joint: "all", members: [condition] };
}
