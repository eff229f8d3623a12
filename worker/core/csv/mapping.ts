// What the columns of a file mean to us, and what holds where a file and what we know differ.
import * as z from "zod";
import { REACHES } from "#core/consent/permission";
import { Name } from "#core/conversation/flow";

/** What a column holds. One that means nothing to us is kept with the person, for the export. */
export const Target = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("keep") }),
  z.strictObject({ kind: z.literal("number") }),
  z.strictObject({ kind: z.literal("name") }),
  z.strictObject({ kind: z.literal("language") }),
  z.strictObject({ kind: z.literal("zone") }),
  z.strictObject({ kind: z.literal("tags") }),
  z.strictObject({
    kind: z.literal("attribute"),
    name: Name,
    /** `auto`: what is written exactly as a number or true/false is one. */
    type: z.enum(["auto", "text"]).default("auto"),
  }),
  z.strictObject({ kind: z.literal("category"), funnel: Name }),
  /** Yes, or the date it was given. */
  z.strictObject({ kind: z.literal("grant"), channel: z.enum(REACHES).default("*") }),
  z.strictObject({ kind: z.literal("suppression"), channel: z.enum(REACHES).default("*") }),
]);
export type Target = z.infer<typeof Target>;

/**
 * Where a contact has a value already: `keep` leaves people we know alone, `fill` writes only what nobody knew, `overwrite`
 * takes the file's. An empty cell never clears anything, tags are only added, and what changed after the start is newer.
 */
export const RULES = ["keep", "fill", "overwrite"] as const;
export type Rule = (typeof RULES)[number];

/** More than any spreadsheet people keep by hand; each is looked at in every row. */
export const COLUMNS_MAX = 300;

export const ImportSettings = z.strictObject({
  /** By column, in the file's order; columns beyond the list are kept. */
  mapping: z.array(Target).max(COLUMNS_MAX),
  rule: z.enum(RULES),
  /** The country of numbers without a country's code. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is two letters such as US")
    .nullable(),
  /** Tags that everybody in the file gets. */
  addTags: z.array(z.string().trim().min(1).max(60)).max(20),
  /** Said where everybody in the file agreed to hear from us: where and when, as proof. */
  everybodyAgreed: z.string().trim().min(1).max(500).nullable(),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** What is wrong with a mapping, as a sentence; null where it will do. */
export function checkMapping(mapping: readonly Target[]): string | null {
  const things = mapping.map(thingOf).filter((thing) => thing !== null);
  const twice = things.find((thing, index) => things.indexOf(thing) !== index);
  if (twice !== undefined) return `two columns are taken for ${twice}`;
  if (!things.includes("the number")) return "no column is taken for the number";
  return null;
}

/** What only one column can be. */
function thingOf(target: Target): string | null {
  switch (target.kind) {
    case "number":
    case "name":
    case "language":
    case "zone":
      return `the ${target.kind}`;
    case "attribute":
      return `the attribute ${target.name}`;
    case "category":
      return `the category of ${target.funnel}`;
    case "grant":
      return `the consent for ${target.channel}`;
    case "keep":
    case "tags":
    case "suppression":
      return null;
    default:
      return target satisfies never;
  }
}
