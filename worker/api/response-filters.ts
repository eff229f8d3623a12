// Which responses of a flow, in a query.
import * as z from "zod";
import { Name } from "#core/conversation/flow";
import { DISPOSITIONS } from "#core/conversation/run";
import type { ResponseFilter } from "../db/responses.ts";
import { Period } from "./period.ts";

export const ResponseFilters = z.object({
  disposition: z.enum(DISPOSITIONS).optional(),
  ...Period.shape,
  q: z.string().min(1).max(100).optional().meta({ description: "Words of an answer." }),
  answer: Name.optional().meta({ description: "With `value`: those who answered this with that." }),
  value: z.string().max(300).optional().meta({ description: "`true`, `4`, an option's id." }),
});

export function toFilter({
  disposition,
  from,
  to,
  q,
  answer,
  value,
}: z.infer<typeof ResponseFilters>): ResponseFilter {
  const given = answer === undefined || value === undefined ? undefined : { name: answer, value };
  return { disposition, from, to, words: q, answer: given };
}
