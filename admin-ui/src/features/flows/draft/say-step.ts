// What a step is called, and what it does in a line.
import { inLanguage } from "#core/language";
import type { AnswerKind, Draft, Step, StepKind, Texts } from "./draft.ts";
import { sayMinutes } from "./minutes.ts";
import { answerNameOf } from "./answer-name.ts";
import { nameInPath, sayCondition } from "./say-condition.ts";

export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  ask: "Question",
  say: "Message",
  branch: "Branch",
  split: "Random split",
  set: "Change the contact",
  consent: "Ask for permission",
  wait: "Wait",
  "hand-off": "Hand over to a person",
  enrol: "Go on with another flow",
  end: "End",
};

export const ANSWER_NAMES: Readonly<Record<AnswerKind, string>> = {
  text: "Words of their own",
  choice: "One of several options",
  "multi-choice": "Several of several options",
  "yes-no": "Yes or no",
  number: "A number",
  rating: "A rating",
  nps: "How likely to recommend, 0 to 10",
  date: "A date",
  email: "An e-mail address",
  phone: "A phone number",
  media: "A picture, recording or file",
  location: "A place",
};

/** The title if it has one, else its first words, else what kind it is; a branch by the questions among `nodes` it asks about. */
export function nameStep(step: Step, language: string, nodes: readonly Step[] = []): string {
  if (step.title !== undefined && step.title.trim() !== "") return step.title;
  if (step.kind === "branch") return sayBranch(step, (path) => nameSubject(path, language, nodes));
  if (step.kind === "set") return step.changes.map(sayChange).join("; ");
  const words = "text" in step ? wording(step.text, language) : "";
  return words === "" ? STEP_NAMES[step.kind] : words;
}

/** For a list to choose from: several questions may begin alike, so the id stands with it. */
export function labelStep(step: Step, index: number, language: string, nodes: readonly Step[] = []): string {
  const name = nameStep(step, language, nodes);
  return `${index + 1}. ${name.length > 48 ? `${name.slice(0, 47)}…` : name}`;
}

/** The second line of a closed card. */
export function sumUpStep(step: Step, { languages }: Pick<Draft, "languages">): string {
  const [language = "en"] = languages;
  switch (step.kind) {
    case "ask":
      return `Question: ${sumUpAnswer(step.answer, language)}`;
    case "branch":
      return `Branch: ${countOf(step.cases.length, "case")}`;
    case "split":
      return `Random split: ${step.ways.map(({ id, weight }) => `${id} ${weight}`).join(", ")}`;
    case "set":
      return `Change the contact: ${countOf(step.changes.length, "change")}`;
    case "consent":
      return step.mode === "grant" ? "Permission: given by coming here" : "Permission: asked for";
    case "wait":
      return `Wait: ${sumUpWait(step.until)}`;
    case "enrol":
      return step.flow === "" ? STEP_NAMES.enrol : `Go on with ${step.flow}`;
    case "end":
      return step.disposition === undefined || step.disposition === "completed"
        ? "End"
        : `End: counts as ${step.disposition}`;
    case "say":
    case "hand-off":
      return STEP_NAMES[step.kind];
    default:
      return step satisfies never;
  }
}

function sayBranch({ cases }: Extract<Step, { kind: "branch" }>, nameOf: (path: string) => string): string {
  return cases.map(({ when }) => `If ${sayCondition(when, nameOf)}`).join("; else ");
}

/** A question by its words, as its author knows it; anything else by its name. */
function nameSubject(path: string, language: string, nodes: readonly Step[]): string {
  const asked = nodes.find((step) => step.kind === "ask" && path === `answers.${answerNameOf(step)}`);
  return asked === undefined ? nameInPath(path) : `“${nameStep(asked, language)}”`;
}

function sayChange(change: Extract<Step, { kind: "set" }>["changes"][number]): string {
  switch (change.kind) {
    case "field":
      return `${change.name || "A field"} becomes ${change.value || "empty"}`;
    case "add-tag":
      return change.tag === "" ? "A tag more" : `Tag ${change.tag}`;
    case "remove-tag":
      return change.tag === "" ? "A tag less" : `No tag ${change.tag}`;
    case "category":
      return `${change.funnel || "Funnel"}: ${change.category || "a category"}`;
    case "language":
      return `From now on ${nameLanguage(change.language)}`;
    case "notify":
      return `The staff are told: ${change.text}`;
    default:
      return change satisfies never;
  }
}

function sumUpAnswer(answer: Extract<Step, { kind: "ask" }>["answer"], language: string): string {
  if (answer.kind !== "choice" && answer.kind !== "multi-choice")
    return ANSWER_NAMES[answer.kind].toLowerCase();
  return answer.options.map(({ id, label }) => wording(label, language) || id).join(" · ");
}

function sumUpWait(until: Extract<Step, { kind: "wait" }>["until"]): string {
  switch (until.kind) {
    case "minutes":
      return sayMinutes(until.minutes);
    case "time-of-day":
      return `until ${until.at}`;
    case "answer-date":
      return `until the date they gave (${until.answer}), ${until.at}`;
    default:
      return until satisfies never;
  }
}

function wording(text: Texts | undefined, language: string): string {
  return (inLanguage(text, language) ?? "").replaceAll(/\s+/g, " ").trim();
}

export function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** "English", "العربية": as its own speakers and we call it. */
export function nameLanguage(language: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
