// A funnel as its form holds it: the config itself. Nothing is added or dropped on the way in or out, so that whoever opens
// one and saves it changes nothing.
import type { FunnelConfig, OnAnswer, OnNothing, Stage } from "#core/funnel/funnel";

export type Draft = FunnelConfig;
export type Category = FunnelConfig["categories"][number];
export type { OnAnswer, OnNothing, Stage };

export const STAGES_MAX = 20;
export const CATEGORIES_MAX = 50;

/** What the form of a new funnel begins with: one stage, and two ways to answer. */
export function newDraft(): Draft {
  return {
    name: "",
    lineId: "",
    slots: { weekdays: [1, 2, 3, 4, 5], hours: [10, 11, 12, 13, 14, 15, 16, 17], holidays: [] },
    dailyCap: 100,
    consent: "granted",
    stages: [
      {
        id: "first",
        name: "First",
        flow: "",
        silence: { days: 3, leads: { kind: "leave", category: "No answer" } },
        failure: { kind: "leave", category: "Not reached" },
      },
    ],
    categories: [
      { name: "Interested", leads: { kind: "leave" } },
      { name: "Not interested", leads: { kind: "leave" } },
    ],
    words: {
      asked: "Asked",
      waiting: "Waiting",
      optedOut: "Opted out",
      excluded: "Not allowed",
      takenOut: "Taken out",
    },
  };
}

/** Sets a field, or takes it away where the value is undefined. */
export function put<Value extends object, Name extends keyof Value>(
  value: Value,
  name: Name,
  next: Value[Name] | undefined,
): Value {
  if (next !== undefined) return { ...value, [name]: next };
  const { [name]: _gone, ...rest } = value;
  return rest as Value;
}

export function putStage(draft: Draft, place: number, change: Partial<Stage>): Draft {
  const stages = draft.stages.map((stage, index) => (index === place ? { ...stage, ...change } : stage));
  return { ...draft, stages };
}

/** One more at the end, to which the silence of the one before it may lead. */
export function addStage(draft: Draft): Draft {
  const last = draft.stages.at(-1);
  const id = freeId(draft);
  const stage: Stage = {
    id,
    name: `Stage ${draft.stages.length + 1}`,
    flow: "",
    silence: { days: last?.silence.days ?? 3, leads: { kind: "leave", category: "No answer" } },
    failure: last?.failure ?? { kind: "leave" },
  };
  return { ...draft, stages: [...draft.stages, stage] };
}

function freeId({ stages }: Draft): string {
  const taken = new Set(stages.map(({ id }) => id));
  let number = stages.length + 1;
  while (taken.has(`stage-${number}`)) number += 1;
  return `stage-${number}`;
}

export function dropStage(draft: Draft, place: number): Draft {
  return { ...draft, stages: draft.stages.filter((_stage, index) => index !== place) };
}

/** Towards the beginning (-1) or the end (1); what is at the edge stays there. */
export function moveAt<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const to = place + by;
  const [item, other] = [items[place], items[to]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((each, index) => (index === place ? other : index === to ? item : each));
}

/** Under another id; whatever led to it leads there still. */
export function renameStage(draft: Draft, from: string, to: string): Draft {
  const nothing = (leads: OnNothing): OnNothing =>
    leads.kind === "stage" && leads.stage === from ? { ...leads, stage: to } : leads;
  const answer = (leads: OnAnswer): OnAnswer =>
    "stage" in leads && leads.stage === from ? { ...leads, stage: to } : leads;
  return {
    ...draft,
    stages: draft.stages.map((stage) => ({
      ...stage,
      id: stage.id === from ? to : stage.id,
      silence: { ...stage.silence, leads: nothing(stage.silence.leads) },
      failure: nothing(stage.failure),
    })),
    categories: draft.categories.map((category) => ({ ...category, leads: answer(category.leads) })),
  };
}

export function putCategory(draft: Draft, place: number, change: Partial<Category>): Draft {
  const categories = draft.categories.map((category, index) =>
    index === place ? { ...category, ...change } : category,
  );
  return { ...draft, categories };
}

export function addCategory(draft: Draft): Draft {
  return { ...draft, categories: [...draft.categories, { name: "", leads: { kind: "leave" } }] };
}

export function dropCategory(draft: Draft, place: number): Draft {
  return { ...draft, categories: draft.categories.filter((_category, index) => index !== place) };
}

/** Another kind of the same rule; where it leads to a stage, the one given to begin with. */
export function answerOf(kind: OnAnswer["kind"], stage: string): OnAnswer {
  switch (kind) {
    case "stay":
    case "leave":
      return { kind };
    case "stage":
      return { kind, stage, afterDays: 0 };
    case "wait":
      return { kind, attribute: "", otherwiseDays: 7 };
    default:
      return kind satisfies never;
  }
}

export function nothingOf(kind: OnNothing["kind"], stage: string, category: string | undefined): OnNothing {
  const kept = category === undefined ? {} : { category };
  return kind === "stage" ? { kind, stage, afterDays: 0, ...kept } : { kind, ...kept };
}

/** What has to be filled in before it can be kept, in words. */
export function missingIn({ name, lineId, stages, categories }: Draft): readonly string[] {
  return [
    name.trim() === "" ? "a name" : null,
    lineId === "" ? "a line" : null,
    stages.length === 0 ? "a stage" : null,
    stages.some(({ flow }) => flow === "") ? "the flow of each stage" : null,
    stages.some((stage) => stage.name.trim() === "") ? "the name of each stage" : null,
    categories.length === 0 ? "a category" : null,
    categories.some((category) => category.name.trim() === "") ? "the name of each category" : null,
    categories.some(({ leads }) => leads.kind === "wait" && leads.attribute === "")
      ? "the attribute that holds the date"
      : null,
  ].filter((word) => word !== null);
}

/** A key that flows can name, made of what people call it: "Energy advice" is energy_advice. */
export function keyOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
}
