// Forecasts and previews as the API shows them.
import * as z from "zod";
import type { KeptForecast } from "#core/campaign/forecast";
import { excludedCount } from "#core/campaign/tally";
import type { Tally } from "#core/campaign/tally";
import type { Preview } from "../../actions/preview-campaign.ts";
import type { Actor } from "../../actor.ts";
import { describeExclusion, FindingView } from "./campaign.ts";
import { AddressValue, showAddress } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const MICROS = 1_000_000;
const Count = z.int();

export const Why = z.object({ code: z.string(), words: z.string(), people: Count });

/** null where the line has no prices. */
export const Money = z
  .object({ currency: z.string(), amount: z.number() })
  .nullable()
  .meta({ description: "By the line's price list; null where it has none." });

export function toMoney(costMicros: number, currency: string | null) {
  return currency === null ? null : { currency, amount: costMicros / MICROS };
}

export const ForecastView = z
  .object({
    at: Time,
    revision: z.int(),
    people: Count.meta({ description: "Everyone in the audience." }),
    planned: Count.meta({ description: "Who would be sent something." }),
    byFallback: Count.meta({
      description:
        "Of those planned, who cannot be reached on this line and get it by the one to fall back on.",
    }),
    excluded: Count,
    excludedBy: z.array(Why),
    missing: z
      .array(z.object({ placeholder: z.string(), people: Count }))
      .meta({ description: "What the texts need and contacts lack." }),
    segments: Count,
    cost: Money,
    countries: z.array(
      z.object({ country: z.string().nullable(), people: Count, segments: Count, cost: Money }),
    ),
    unpriced: z.array(z.object({ country: z.string().nullable(), people: Count })),
    variants: z.record(z.string(), Count),
    costly: z
      .array(z.object({ character: z.string(), people: Count }))
      .meta({ description: "Characters that leave room for 70 in a segment instead of 160." }),
    startsAt: Time.meta({
      description: "When the first message leaves: not before its hours and the line's are open to somebody.",
    }),
    finishesAt: Time.meta({
      description: "When everyone is sent theirs; where that never is, when it ends.",
    }),
    unreached: Count.meta({ description: "People who would not be reached by then." }),
    openings: z
      .array(z.object({ zones: z.array(z.string()), people: Count, opensAt: Time.nullable() }))
      .meta({ description: "When the first of each group can be reached, by the zones they may be in." }),
    beside: z
      .array(z.object({ campaignId: z.string(), name: z.string(), segments: Count }))
      .meta({ description: "Other campaigns that share the line's pace." }),
    readCount: Count.meta({
      description: "Contacts that were looked at; fewer than `people` where the rest was reckoned from them.",
    }),
    findings: z.array(FindingView),
  })
  .meta({ id: "CampaignForecast" });

const byPeople = (a: { people: number }, b: { people: number }) => b.people - a.people;
const countryName = (country: string) => (country === "?" ? null : country);

export function toExcludedBy({ excluded }: Tally) {
  return Object.entries(excluded)
    .map(([code, people]) => ({ code, words: describeExclusion(code), people }))
    .toSorted(byPeople);
}

export function toForecastView(kept: KeptForecast) {
  const { at, revision, startAt, currency, forecast, readCount, findings } = kept;
  const { tally, finish, openings, sharers } = forecast;
  return {
    at: toTime(at),
    revision,
    people: tally.people,
    planned: tally.planned,
    byFallback: tally.byFallback,
    excluded: excludedCount(tally),
    excludedBy: toExcludedBy(tally),
    missing: Object.entries(tally.missing)
      .map(([placeholder, people]) => ({ placeholder, people }))
      .toSorted(byPeople),
    segments: tally.segments,
    cost: toMoney(tally.costMicros, currency),
    countries: Object.entries(tally.byCountry)
      .map(([country, { people, segments, costMicros }]) => {
        return { country: countryName(country), people, segments, cost: toMoney(costMicros, currency) };
      })
      .toSorted(byPeople),
    unpriced: Object.entries(tally.unpriced)
      .map(([country, people]) => ({ country: countryName(country), people }))
      .toSorted(byPeople),
    variants: tally.byVariant,
    costly: Object.entries(tally.costly)
      .map(([character, people]) => ({ character, people }))
      .toSorted(byPeople),
    startsAt: toTime(startAt),
    finishesAt: toTime(finish.at),
    unreached: finish.kind === "done" ? 0 : finish.people,
    openings: openings.map(({ zones, people, opensAt }) => {
      return { zones: [...zones], people, opensAt: toTimeOrNull(opensAt) };
    }),
    beside: sharers.map((sharer) => ({ ...sharer })),
    readCount,
    findings: [...findings],
  };
}

export const PreviewView = z
  .object({
    data: z.array(
      z.object({
        contactId: z.string(),
        name: z.string().nullable(),
        address: AddressValue,
        isPlanned: z.boolean(),
        variant: z.string().nullable(),
        reason: z.string().nullable().meta({ description: "Why they are left out." }),
        words: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    next: z.string().nullable().meta({ description: "Send it as `cursor` for the next page." }),
    readers: z
      .array(
        z.object({
          contactId: z.string(),
          variant: z.string(),
          text: z.string(),
          segments: Count,
          costly: z.string().nullable(),
        }),
      )
      .meta({ description: "What three of this page would read, one of each variant first." }),
  })
  .meta({ id: "CampaignPreview" });

export function toPreviewView(
  { people, readers }: Extract<Preview, { kind: "ok" }>,
  next: string | null,
  actor: Actor,
) {
  return {
    data: people.map(({ contactId, name, address, decision }) => {
      const value = address === null || !("value" in address) ? null : address.value;
      const isPlanned = decision.kind === "planned";
      return {
        contactId,
        name,
        address: showAddress(value, actor),
        isPlanned,
        variant: isPlanned ? decision.variant : null,
        reason: isPlanned ? null : decision.reason,
        words: isPlanned ? null : describeExclusion(decision.reason),
        detail: isPlanned ? null : decision.detail,
      };
    }),
    next,
    readers: readers.map(({ contactId, variant, text, segments, costly }) => {
      return { contactId, variant, text, segments, costly };
    }),
  };
}
