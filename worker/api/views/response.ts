// Responses and running conversations as the API shows them.
import * as z from "zod";
import { RATES } from "#core/conversation/rates";
import { DISPOSITIONS } from "#core/conversation/run";
import type { RecordedAnswer } from "#core/record";
import type { Actor } from "../../actor.ts";
import type { ResponseRow } from "../../db/responses.ts";
import { MessageView } from "./message.ts";
import { PersonView, toPersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const PHASES = ["asking", "waiting", "with-person", "finished"] as const;

const AnswerView = z
  .object({
    value: z
      .unknown()
      .meta({ description: "What charts and branches use; null where the question was skipped." }),
    label: z.string().meta({ description: "How a person reads it." }),
  })
  .meta({ id: "Answer" });

const FlowReference = z.object({ id: z.string(), slug: z.string().nullable(), name: z.string().nullable() });

export const ResponseView = z
  .object({
    id: z.string(),
    flow: FlowReference,
    contact: PersonView,
    answers: z.record(z.string(), AnswerView).meta({ description: "By the name each is saved as." }),
    disposition: z.enum(DISPOSITIONS).nullable().meta({ description: "null while it is going on." }),
    phase: z.enum(PHASES),
    language: z.string(),
    lineId: z.string(),
    source: z.string().meta({ description: "inbound, enrol, api, or a campaign's id." }),
    startedAt: Time,
    finishedAt: Time.nullable(),
    deliveryStatus: z
      .string()
      .nullable()
      .meta({ description: "How far the last message to this person came." }),
  })
  .meta({ id: "Response" });

export const ResponseWithTranscript = z
  .object({
    ...ResponseView.shape,
    versionId: z.string(),
    variants: z.record(z.string(), z.string()).meta({ description: "The way taken, by split." }),
    transcript: z.array(MessageView),
  })
  .meta({ id: "ResponseWithTranscript" });

export function toResponseView(row: ResponseRow, actor: Actor) {
  const { id, disposition, phase, language, lineId, source, deliveryStatus } = row;
  return {
    id,
    flow: { id: row.flowId, slug: row.flowSlug, name: row.flowName },
    contact: toPersonView(row, actor),
    answers: Object.fromEntries(
      Object.entries(row.answers).map(([name, answer]) => [name, toAnswerView(answer)]),
    ),
    disposition,
    phase,
    language,
    lineId,
    source,
    startedAt: toTime(row.startedAt),
    finishedAt: toTimeOrNull(row.finishedAt),
    deliveryStatus,
  };
}

function toAnswerView({ value, label }: RecordedAnswer) {
  return { value, label };
}

export const RatesView = z
  .object({
    counts: z.partialRecord(z.enum(DISPOSITIONS), z.int()),
    running: z.int().meta({ description: "Still going on: counted in no rate." }),
    rates: z.array(
      z.object({
        name: z.enum(RATES),
        value: z
          .number()
          .nullable()
          .meta({ description: "Between 0 and 1; null where there is nobody to divide by." }),
        numerator: z.int(),
        denominator: z.int(),
        formula: z.string(),
      }),
    ),
  })
  .meta({ id: "Rates" });

export const DropOffView = z
  .object({
    data: z.array(
      z.object({
        node: z.string(),
        text: z
          .string()
          .nullable()
          .meta({ description: "What is said there, in the flow's first language." }),
        views: z.int(),
        exits: z.int(),
        waiting: z.int(),
        dropOff: z.number().nullable(),
      }),
    ),
    formula: z.string(),
  })
  .meta({ id: "DropOff" });

export const AnswerCountsView = z
  .object({
    questions: z.array(z.object({ name: z.string(), answered: z.int(), skipped: z.int() })),
    values: z.array(
      z.object({
        name: z.string(),
        value: z.string().meta({ description: "`true`, `4`, an option's id, or somebody's own words." }),
        count: z.int(),
      }),
    ),
    isComplete: z
      .boolean()
      .meta({ description: "Whether all values are here; else only the most frequent ones." }),
  })
  .meta({ id: "AnswerCounts" });
