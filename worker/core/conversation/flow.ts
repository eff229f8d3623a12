// The vocabulary of a flow: everything a person can build, on one page.
// A flow is an ordered list of nodes; a node without `next` goes on to the one below it.
import * as z from "zod";
import { Condition } from "#core/condition";

/** A BCP 47 tag such as `en`, `ar` or `pt-BR`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language is a tag such as en or pt-BR");

/** What is said, per language; Liquid inside. 1,600 characters is the most Twilio takes in one message. */
export const Text = z.record(Language, z.string().trim().min(1).max(1600));
/** Words a person may use, per language. */
export const Words = z.record(Language, z.array(z.string().trim().min(1).max(60)).max(30));

export const NodeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "a node id is lower case: a letter, then letters, digits and hyphens")
  .refine((id) => id !== "end", "`end` is not a node: it is where a flow stops");
/** Where to go: a node, or `end`. */
export const Goto = z.union([NodeId, z.literal("end")]);
/** The name of an answer, an attribute or a funnel: `first_name`, `rating`. */
export const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, "a name is lower case: a letter, then letters, digits and underscores");
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "a slug is lower case: letters, digits and hyphens");

/** A year at most: a conversation that waits longer is two conversations. */
const Minutes = z.int().min(1).max(525_600);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time looks like 09:00");
const Media = z.array(z.url({ protocol: /^https$/ })).max(10);

export const Option = z.strictObject({
  id: Name,
  /** As it is shown and as it may be typed: no Liquid here. */
  label: Text,
  synonyms: Words.optional(),
  next: Goto.optional(),
});

/** What a question accepts. */
export const AnswerRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    lengthMin: z.int().min(1).max(1600).optional(),
    lengthMax: z.int().min(1).max(1600).optional(),
  }),
  z.strictObject({ kind: z.literal("choice"), options: z.array(Option).min(2).max(20) }),
  z.strictObject({
    kind: z.literal("multi-choice"),
    options: z
      .array(Option.omit({ next: true }))
      .min(2)
      .max(20),
    choicesMin: z.int().min(1).optional(),
    choicesMax: z.int().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal("yes-no"),
    yes: Goto.optional(),
    no: Goto.optional(),
    yesWords: Words.optional(),
    noWords: Words.optional(),
  }),
  z.strictObject({
    kind: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("rating"),
    min: z.int().min(0).max(1).default(1),
    max: z.int().min(2).max(10).default(5),
  }),
  z.strictObject({ kind: z.literal("nps") }),
  z.strictObject({
    kind: z.literal("date"),
    earliest: z.union([z.literal("today"), z.iso.date()]).optional(),
    latest: z.union([z.literal("today"), z.iso.date()]).optional(),
  }),
  z.strictObject({ kind: z.literal("email") }),
  z.strictObject({ kind: z.literal("phone"), country: z.string().length(2).optional() }),
  z.strictObject({
    kind: z.literal("media"),
    accept: z
      .array(z.enum(["image", "audio", "video", "document"]))
      .min(1)
      .optional(),
  }),
  z.strictObject({ kind: z.literal("location"), addressInWords: z.boolean().optional() }),
]);

/** Said after so long a silence since the question was put; without a text, the question itself is said again. */
export const Reminder = z.strictObject({ afterMinutes: Minutes, text: Text.optional() });

const base = { id: NodeId, title: z.string().max(120).optional() };

export const AskNode = z.strictObject({
  ...base,
  kind: z.literal("ask"),
  text: Text,
  media: Media.optional(),
  /** The name the answer is kept under; the node's id (hyphens as underscores) where absent. */
  saveAs: Name.optional(),
  /** Also kept as this attribute of the contact. */
  attribute: Name.optional(),
  answer: AnswerRule,
  notUnderstood: Text.optional(),
  /** The misunderstanding that is one too many: it leads to `otherwise`. */
  triesMax: z.int().min(1).max(10).default(3),
  /** Where to go when the tries are used up; `end` where absent. */
  otherwise: Goto.optional(),
  /** Words that leave the question unanswered. */
  skip: z.strictObject({ words: Words, next: Goto.optional() }).optional(),
  reminders: z.array(Reminder).max(5).optional(),
  deadline: z.strictObject({ afterMinutes: Minutes, next: Goto.optional() }).optional(),
  next: Goto.optional(),
});

/** What a `set` node changes; texts are Liquid. */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("field"), name: Name, value: z.string().max(500) }),
  z.strictObject({ kind: z.literal("add-tag"), tag: z.string().trim().min(1).max(60) }),
  z.strictObject({ kind: z.literal("remove-tag"), tag: z.string().trim().min(1).max(60) }),
  z.strictObject({ kind: z.literal("category"), funnel: Name, category: z.string().trim().min(1).max(60) }),
  z.strictObject({ kind: z.literal("language"), language: Language }),
  z.strictObject({ kind: z.literal("notify"), text: z.string().trim().min(1).max(500) }),
]);

export const Until = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("minutes"), minutes: Minutes }),
  /** The next time the clock in the contact's zone shows `at`. Weekdays: 1 Monday to 7 Sunday. */
  z.strictObject({
    kind: z.literal("time-of-day"),
    at: TimeOfDay,
    weekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
  }),
  /** A date the person gave, so many days before it. */
  z.strictObject({
    kind: z.literal("answer-date"),
    answer: Name,
    at: TimeOfDay,
    daysBefore: z.int().min(0).max(365).optional(),
  }),
]);

export const Node = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("say"),
    text: Text,
    media: Media.optional(),
    next: Goto.optional(),
  }),
  AskNode,
  z.strictObject({
    ...base,
    kind: z.literal("branch"),
    cases: z
      .array(z.strictObject({ when: Condition, next: Goto }))
      .min(1)
      .max(20),
    next: Goto.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("split"),
    ways: z
      .array(z.strictObject({ id: Name, weight: z.int().min(1).max(1000), next: Goto.optional() }))
      .min(2)
      .max(10),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("set"),
    changes: z.array(Change).min(1).max(20),
    next: Goto.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("consent"),
    /** `grant`: the words that led here grant (JOIN). `confirm`: ask, and a yes grants (double opt-in). */
    mode: z.enum(["grant", "confirm"]),
    text: Text,
    notUnderstood: Text.optional(),
    refused: Goto.optional(),
    next: Goto.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal("wait"), until: Until, next: Goto.optional() }),
  z.strictObject({
    ...base,
    kind: z.literal("hand-off"),
    text: Text.optional(),
    note: z.string().max(500).optional(),
    next: Goto.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal("enrol"), flow: Slug }),
  z.strictObject({
    ...base,
    kind: z.literal("end"),
    text: Text.optional(),
    disposition: z.enum(["completed", "ineligible", "refused"]).default("completed"),
  }),
]);

export const Flow = z.strictObject({
  schema: z.literal(1),
  /** The first is the default: every text must have it. */
  languages: z.array(Language).min(1).max(20),
  nodes: z.array(Node).min(1).max(500),
  /** Words that count anywhere in the conversation, besides consent words and HELP. */
  interrupts: z
    .array(z.strictObject({ words: Words, next: Goto }))
    .max(20)
    .optional(),
  /** What a placeholder says for those who lack it: `{ first_name: "friend" }`. */
  defaults: z.record(Name, z.string().max(200)).optional(),
  /** A question left without a word for so long ends the conversation; see `dispositionOf`. A week where absent. */
  expiresAfterMinutes: Minutes.default(10_080),
});

export type Flow = z.infer<typeof Flow> & {
  /** No author writes it: what is asked about one day means nothing after it, however late it was put. Epoch milliseconds. */
  readonly closesAt?: number;
};
export type Node = z.infer<typeof Node>;
export type NodeKind = Node["kind"];
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;
export type Ask = z.infer<typeof AskNode>;
export type AnswerRule = z.infer<typeof AnswerRule>;
export type AnswerRuleOf<K extends AnswerRule["kind"]> = Extract<AnswerRule, { kind: K }>;
export type Option = z.infer<typeof Option>;
export type Change = z.infer<typeof Change>;
export type Until = z.infer<typeof Until>;
export type Text = z.infer<typeof Text>;
export type Words = z.infer<typeof Words>;
export type Goto = z.infer<typeof Goto>;

/** The name an answer is kept under. */
export function answerName(ask: Pick<Ask, "id" | "saveAs">): string {
  return ask.saveAs ?? ask.id.replaceAll("-", "_");
}
