// An audience counted, decision by decision: what a forecast is made of, and what was planned when it is over.
import * as z from "zod";
import { EXCLUSIONS } from "#core/campaign/exclusion";
import type { Exclusion } from "#core/campaign/exclusion";
import type { Decision, Planned } from "#core/campaign/plan";

const Load = z.object({ people: z.number(), segments: z.number() });
const Money = z.object({ people: z.number(), segments: z.number(), costMicros: z.number() });

export const Tally = z.object({
  /** Everyone in the audience. */
  people: z.number(),
  planned: z.number(),
  /** Of those planned, who get it by the line to fall back on. */
  byFallback: z.number(),
  segments: z.number(),
  /** Millionths of the line's currency, of those whose country has a price. */
  costMicros: z.number(),
  excluded: z.partialRecord(z.enum(Object.keys(EXCLUSIONS) as [Exclusion, ...Exclusion[]]), z.number()),
  /** Contacts that lack each placeholder. */
  missing: z.record(z.string(), z.number()),
  byVariant: z.record(z.string(), z.number()),
  /** By country of the number; `?` where it has none. */
  byCountry: z.record(z.string(), Money),
  /** Countries the price list says nothing of. */
  unpriced: z.record(z.string(), z.number()),
  /** By the zones a person may be in, with spaces between. */
  byZones: z.record(z.string(), Load),
  /** The same of those who get it by the line to fall back on, at that line's pace. */
  byZonesThere: z.record(z.string(), Load),
  /** People whose text a character made longer, by character. */
  costly: z.record(z.string(), z.number()),
});
export type Tally = z.infer<typeof Tally>;
export type Load = z.infer<typeof Load>;

/** Kept with the campaign: what people put into placeholders and texts must not make it grow without end. */
const NAMES_MAX = 50;
/** What is beyond it. */
const OTHER = "other";

export function emptyTally(): Tally {
  return {
    people: 0,
    planned: 0,
    byFallback: 0,
    segments: 0,
    costMicros: 0,
    excluded: {},
    missing: {},
    byVariant: {},
    byCountry: {},
    unpriced: {},
    byZones: {},
    byZonesThere: {},
    costly: {},
  };
}

/** Counts a page of decisions into the tally, in place: a hundred thousand copies would be most of the work. */
export function count(tally: Tally, decisions: readonly Decision[]): void {
  for (const decision of decisions) {
    tally.people += 1;
    if (decision.kind === "planned") countPlanned(tally, decision);
    else {
      tally.excluded[decision.reason] = (tally.excluded[decision.reason] ?? 0) + 1;
      if (decision.reason !== "missing-placeholders") continue;
      for (const name of decision.detail?.split(", ") ?? []) add(tally.missing, name, NAMES_MAX);
    }
  }
}

function countPlanned(tally: Tally, planned: Planned): void {
  const { segments, costMicros, variant, zones, costly, isFallback } = planned;
  const country = planned.country ?? "?";
  tally.planned += 1;
  if (isFallback) tally.byFallback += 1;
  tally.segments += segments;
  tally.costMicros += costMicros ?? 0;
  add(tally.byVariant, variant);
  if (costMicros === null) add(tally.unpriced, country);
  if (costly !== null) add(tally.costly, costly, NAMES_MAX);
  const money = (tally.byCountry[country] ??= { people: 0, segments: 0, costMicros: 0 });
  money.people += 1;
  money.segments += segments;
  money.costMicros += costMicros ?? 0;
  const byZones = isFallback ? tally.byZonesThere : tally.byZones;
  const load = (byZones[zones.join(" ")] ??= { people: 0, segments: 0 });
  load.people += 1;
  load.segments += segments;
}

function add(counts: Record<string, number>, name: string, namesMax = Infinity): void {
  const isKept = Object.hasOwn(counts, name) || Object.keys(counts).length < namesMax;
  const key = isKept ? name : OTHER;
  counts[key] = (counts[key] ?? 0) + 1;
}

export function excludedCount({ excluded }: Tally): number {
  return Object.values(excluded).reduce((sum, people) => sum + people, 0);
}
