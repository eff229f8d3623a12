// The vocabulary of a funnel: stages of back-and-forth, and where answers, silence and failure lead from each.
import * as z from "zod";
import { Name, Slug } from "#core/conversation/flow";
import { isZone } from "#core/zone";

/** As flows write it with `set` (a change of kind `category`). */
export const Category = z.string().trim().min(1).max(60);
export const StageId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "a stage's id is lower case: a letter, then letters, digits and hyphens");

const Days = z.int().min(0).max(365);
/** Without a category the one before stays. */
const category = { category: Category.optional() };

/** On to a stage so many days later, counted by the calendar; 0 is the next slot. */
const ToStage = z.strictObject({
  kind: z.literal("stage"),
  stage: StageId,
  afterDays: Days.default(0),
  ...category,
});
/** On a date the person gave, kept as this attribute: the stage named, or theirs once more. */
const UntilDate = z.strictObject({
  kind: z.literal("wait"),
  attribute: Name,
  stage: StageId.optional(),
  /** Where the attribute holds no date that is to come. */
  otherwiseDays: Days.default(7),
});
const Leave = z.strictObject({ kind: z.literal("leave"), ...category });

/** Where an answer leads; `stay`: the same conversation goes on. */
export const OnAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("stay") }),
  ToStage.omit({ category: true }),
  UntilDate,
  Leave.omit({ category: true }),
]);
export type OnAnswer = z.infer<typeof OnAnswer>;

/** Where silence or a message that never arrives leads. */
export const OnNothing = z.discriminatedUnion("kind", [ToStage, Leave]);
export type OnNothing = z.infer<typeof OnNothing>;

export const Stage = z.strictObject({
  id: StageId,
  name: z.string().trim().min(1).max(60),
  /** The conversation a person at this stage is begun with. */
  flow: Slug,
  /** So many days without a word since we last wrote, or they did. */
  silence: z.strictObject({ days: z.int().min(1).max(90), leads: OnNothing }),
  failure: OnNothing,
});
export type Stage = z.infer<typeof Stage>;

const WORKDAYS = [1, 2, 3, 4, 5];
const OFFICE_HOURS = [10, 11, 12, 13, 14, 15, 16, 17];

/** When people are begun with: every one of these hours on every one of these days, on the funnel's clock. */
export const Slots = z.strictObject({
  /** 1 Monday to 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).default(WORKDAYS),
  hours: z.array(z.int().min(0).max(23)).min(1).max(24).default(OFFICE_HOURS),
  holidays: z.array(z.iso.date()).max(366).default([]),
});
export type Slots = z.infer<typeof Slots>;

/** The categories that the funnel gives by itself. */
const Words = z.strictObject({
  asked: Category.default("Asked"),
  waiting: Category.default("Waiting"),
  optedOut: Category.default("Opted out"),
  /** Who was left out for a reason that will stay, such as no consent. */
  excluded: Category.default("Not allowed"),
  takenOut: Category.default("Taken out"),
});

export const FunnelConfig = z.strictObject({
  name: z.string().trim().min(1).max(120),
  lineId: z.uuid(),
  /** Whose clock slots, days and dates are on; the line's where absent. */
  zone: z.string().max(60).refine(isZone, "no such time zone").optional(),
  slots: Slots.prefault({}),
  /** People begun with in a day, those whose date has come among them. */
  dailyCap: z.int().min(1).max(20_000),
  consent: z.enum(["granted", "not-refused"]).default("granted"),
  /** The first is where people come in. */
  stages: z.array(Stage).min(1).max(20),
  /** What flows call people, and where each leads. */
  categories: z
    .array(z.strictObject({ name: Category, leads: OnAnswer }))
    .min(1)
    .max(50),
  words: Words.prefault({}),
});
export type FunnelConfig = z.infer<typeof FunnelConfig>;

export const FUNNEL_STATES = ["draft", "running", "paused", "archived"] as const;
export type FunnelState = (typeof FUNNEL_STATES)[number];

export function stageOf({ stages }: FunnelConfig, id: string): Stage | undefined {
  return stages.find((stage) => stage.id === id);
}
