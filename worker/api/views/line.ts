// Lines and triggers as the API shows them.
import * as z from "zod";
import { Hours } from "#core/hours";
import { LineConfig, toLine } from "#core/line";
import type { LineRow } from "../../db/lines.ts";
import type { TriggerRow } from "../../db/triggers.ts";
import { describe } from "./describe.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

Hours.register(z.globalRegistry, {
  id: "Hours",
  description: "Spelt out, or in one line: `Mo-Fr 08:00-21:00; 2026-12-25 off`.",
});

describe(LineConfig.shape, {
  segmentsPerSecond: "How fast it may hand messages over; by kind of sender where absent.",
  prices:
    "What a segment costs by the country of the number, with `*` for the rest: forecasts and caps are in this currency.",
  spendCapPerDay:
    "In the currency of `prices`: beyond it nothing that we begin leaves until the next day in the line's zone.",
  countries: "Numbers of other countries are never sent anything that we begin; every country where absent.",
});

export const LineView = z
  .object({
    id: z.string(),
    ...LineConfig.shape,
    segmentsPerSecond: z.number().meta({ description: "How fast it hands messages over." }),
    optOutBy: z.enum(["twilio", "network", "us"]).meta({ description: "Who answers STOP, START and HELP." }),
    config: LineConfig.meta({ description: "What was set; the fields beside it are what holds." }),
    createdAt: Time,
    changedAt: Time,
    archivedAt: Time.nullable(),
  })
  .meta({ id: "Line" });

export function toLineView({ id, config, createdAt, changedAt, archivedAt }: LineRow) {
  return {
    ...toLine(id, config),
    config,
    createdAt: toTime(createdAt),
    changedAt: toTime(changedAt),
    archivedAt: toTimeOrNull(archivedAt),
  };
}

export const TriggerView = z
  .object({
    id: z.string(),
    lineId: z.string(),
    keyword: z.string().meta({
      description: "As it is compared: without case, accents and punctuation. Empty for the catch-all.",
    }),
    flowId: z.string(),
    flowSlug: z.string(),
    createdAt: Time,
  })
  .meta({ id: "Trigger" });

export function toTriggerView({ createdAt, ...row }: TriggerRow) {
  return { ...row, createdAt: toTime(createdAt) };
}
