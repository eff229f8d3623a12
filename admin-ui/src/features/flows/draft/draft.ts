// What the editor holds: the flow's own JSON, which every edit replaces and nothing ever rewrites.
import type { AnswerRule, Flow, Node } from "#core/conversation/flow";
import type * as z from "zod";

/** As an author writes it: what has a default may be absent, and texts may still be missing. */
export type Draft = z.input<typeof Flow>;
export type Step = z.input<typeof Node>;
export type StepKind = Step["kind"];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;
export type Ask = StepOf<"ask">;
export type Answer = z.input<typeof AnswerRule>;
export type AnswerKind = Answer["kind"];
export type AnswerOf<Kind extends AnswerKind> = Extract<Answer, { kind: Kind }>;
export type Texts = Readonly<Record<string, string>>;
export type WordLists = Readonly<Record<string, string[]>>;

/** With this member, or without it where it is undefined: absent and undefined are not the same JSON. */
export function put<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  value: Whole[Key] | undefined,
): Whole {
  if (value !== undefined) return { ...whole, [key]: value };
  const { [key]: _gone, ...rest } = whole;
  return rest as Whole;
}

/** A list with one member replaced. */
export function replaceAt<Member>(list: readonly Member[], index: number, member: Member): Member[] {
  return list.map((before, place) => (place === index ? member : before));
}

export function removeAt<Member>(list: readonly Member[], index: number): Member[] {
  return list.filter((_member, place) => place !== index);
}

/** A member taken from one place and put in at another, as if dragged there. */
export function moveTo<Member>(list: readonly Member[], from: number, to: number): Member[] {
  const member = list[from];
  if (member === undefined) return [...list];
  const rest = removeAt(list, from);
  return [...rest.slice(0, to), member, ...rest.slice(to)];
}

/** Where words stand in a list of languages: a language without words is absent. */
export function putWording(texts: Texts, language: string, wording: string): Record<string, string> {
  return put<Record<string, string>, string>(texts, language, wording.trim() === "" ? undefined : wording);
}
