// What became of a campaign, as the API shows it.
import * as z from "zod";
import { currencyOf } from "#core/campaign/price";
import { compareForecast } from "#core/campaign/compare";
import type { Figures } from "#core/campaign/figures";
import { tellFigures } from "#core/campaign/figures";
import { describeFailure } from "#core/campaign/reasons";
import { describeRefusal, describeWait } from "#core/campaign/refusals";
import { isOver } from "#core/campaign/states";
import { emptyTally, excludedCount } from "#core/campaign/tally";
import type { Actor } from "../../actor.ts";
import type { ReplyRow } from "../../db/campaign-replies.ts";
import type { CampaignRow } from "../../db/campaigns.ts";
import type { CountedCampaign } from "../../db/figures.ts";
import type { RecipientRow } from "../../db/recipient-list.ts";
import { CampaignView } from "./campaign.ts";
import { Money, toExcludedBy, toMoney, Why } from "./forecast.ts";
import { PersonView, toPersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const Count = z.int();
const Counts = z.object({
  planned: Count.meta({ description: "waiting + sent + failed + unknown + refused + canceled." }),
  waiting: Count.meta({ description: "Not handed over yet." }),
  putOff: Count.meta({ description: "Of those waiting: until an hour, a day or a back-off is over." }),
  sent: Count.meta({ description: "The carrier took it, and nothing bad was heard since." }),
  delivered: Count.meta({ description: "Of those sent." }),
  read: Count.meta({ description: "Of those delivered." }),
  failed: Count.meta({ description: "The carrier refused it or could not bring it; `failures` says why." }),
  unknown: Count.meta({
    description: "Nobody can tell whether the carrier took it; never sent again by itself.",
  }),
  refused: Count.meta({ description: "Held back at the last moment." }),
  canceled: Count.meta({ description: "The campaign ended before their turn." }),
  replied: Count.meta({
    description:
      "Wrote on the line after theirs was handed over and before anything else of ours. An opt-out is no reply.",
  }),
  optedOut: Count.meta({ description: "Said STOP after it, before anything else of ours." }),
  segments: Count.meta({ description: "Of every attempt that the carrier took." }),
  cost: Money,
});

const Compared = z.object({
  what: z.enum(["people", "left out", "sent", "segments", "cost"]),
  forecast: z.number().meta({
    description: "What the last forecast before the launch said; without one, what the launch found.",
  }),
  fact: z.number().meta({ description: "As of now." }),
  because: z.array(z.string()).meta({ description: "What happened in between; empty where nothing did." }),
});

export const FiguresView = z
  .object({
    state: CampaignView.shape.state,
    isFrozen: z.boolean().meta({ description: "Until then the audience is still growing." }),
    ...Counts.shape,
    excluded: Count.meta({ description: "In the audience, and never planned." }),
    excludedBy: z.array(Why).meta({ description: "Why those were left out, the most first." }),
    waits: z.array(Why).meta({ description: "Why those wait who were put off; goes on after `waits`." }),
    failures: z.array(Why).meta({ description: "By the carrier's code." }),
    refusals: z.array(Why).meta({ description: "Why those refused or canceled got nothing." }),
    completed: Count.meta({ description: "Conversations it began that were answered to the end." }),
    variants: z.record(z.string(), Counts).meta({ description: "The same counts by variant." }),
    comparison: z.array(Compared).meta({
      description: "Forecast beside fact, once the audience is complete; cost in the line's currency.",
    }),
  })
  .meta({ id: "CampaignFigures" });

const MICROS = 1_000_000;

export function toFiguresView(row: CampaignRow, { bunches, responses, completed }: CountedCampaign) {
  const currency = row.pinned === null ? null : currencyOf(row.pinned.pinned);
  const told = tellFigures(
    bunches,
    responses,
    isOver(row.state),
    row.pinned?.weights.map(({ name }) => name),
  );
  const tally = row.tally ?? emptyTally();
  const { waits, failures, refusals, variants, ...whole } = told;
  const before = row.forecast?.revision === row.revision ? row.forecast.forecast.tally : null;
  return {
    state: row.state,
    isFrozen: row.audienceFrozenAt !== null,
    ...toCounts(whole, currency),
    excluded: excludedCount(tally),
    excludedBy: toExcludedBy(tally),
    waits: [...waits],
    failures: [...failures],
    refusals: [...refusals],
    completed,
    variants: Object.fromEntries(
      Object.entries(variants).map(([name, figures]) => [name, toCounts(figures, currency)]),
    ),
    // While the audience is still read, fewer people are no news.
    comparison: (row.audienceFrozenAt === null ? [] : compareForecast(before, tally, told)).map(
      ({ what, forecast, fact, because }) => {
        const unit = what === "cost" ? MICROS : 1;
        return { what, forecast: forecast / unit, fact: fact / unit, because: [...because] };
      },
    ),
  };
}

function toCounts({ costMicros, ...counts }: Figures, currency: string | null) {
  return { ...counts, cost: toMoney(costMicros, currency) };
}

export const RecipientView = z
  .object({
    messageId: z.string(),
    contact: PersonView,
    status: z.string(),
    why: z.string().nullable().meta({ description: "Why it failed, was held back or waits, in words." }),
    errorCode: z.int().nullable(),
    variant: z.string().nullable(),
    attempt: z.int(),
    dueAt: Time.nullable().meta({ description: "Not before: put off until then." }),
    segments: z.int().nullable(),
    at: Time,
  })
  .meta({ id: "CampaignRecipient" });

export function toRecipientView(row: RecipientRow, actor: Actor) {
  const { id, status, errorCode, variant, attempt, dueAt, segments, at } = row;
  return {
    messageId: id,
    contact: toPersonView(row, actor),
    status,
    why: whyOf(row),
    errorCode,
    variant,
    attempt: attempt ?? 1,
    dueAt: status === "pending" ? toTimeOrNull(dueAt) : null,
    segments,
    at: toTime(at),
  };
}

export const ReplyView = z
  .object({
    messageId: z.string(),
    contact: PersonView,
    variant: z.string().nullable(),
    conversationId: z.string().nullable().meta({ description: "Where it is an answer to a flow." }),
    text: z.string(),
    at: Time,
  })
  .meta({ id: "CampaignReply" });

export function toReplyView(row: ReplyRow, actor: Actor) {
  const { id, variant, runId, body, at } = row;
  return {
    messageId: id,
    contact: toPersonView(row, actor),
    variant,
    conversationId: runId,
    text: body,
    at: toTime(at),
  };
}

function whyOf({ status, errorCode, reason, dueAt }: RecipientRow): string | null {
  if (status === "failed" || status === "undelivered")
    return errorCode === null && reason !== null ? describeRefusal(reason) : describeFailure(errorCode);
  if (status === "refused" || status === "canceled") return describeRefusal(reason ?? status);
  return status === "pending" && dueAt !== null ? `waits ${describeWait(reason ?? "put-off")}` : null;
}
