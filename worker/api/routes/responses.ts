// Responses: what people answered, one row per run, answers as columns.
import { Hono } from "hono";
import * as z from "zod";
import { Name } from "#core/conversation/flow";
import { mustFindFlow } from "../../actions/find-flow.ts";
import { listTranscript } from "../../db/messages.ts";
import { findResponse, listResponses, sortKey, sortResponses } from "../../db/responses.ts";
import type { ResponseRow } from "../../db/responses.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { paging, toPage } from "../page.ts";
import { ResponseFilters, toFilter } from "../response-filters.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { toMessageView } from "../views/message.ts";
import { ResponseView, ResponseWithTranscript, toResponseView } from "../views/response.ts";

/** By time an id; by an answer what it is compared by. */
const Cursor = z.union([
  z.string().max(80),
  z.tuple([z.int(), z.union([z.string(), z.number()]), z.string().max(80)]),
]);

const List = paging(Cursor).extend({
  flow: z.string().max(80).optional().meta({ description: "Id or slug; all flows where absent." }),
  contact: z.string().max(80).optional(),
  ...ResponseFilters.shape,
  order: z.enum(["newest", "oldest", "up", "down"]).default("newest").meta({
    description: "`up` and `down`: by the answer named in `by`; those without it come last.",
  }),
  by: Name.optional(),
});

export const responses = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("responses", "List the responses", pageOf(ResponseView)),
    takes("query", List),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor, flow, contact, order, by, ...sought } = context.req.valid("query");
      const flowId = flow === undefined ? undefined : (await mustFindFlow(services, flow)).id;
      const filter = { ...toFilter(sought), flowId, contactId: contact };
      const actor = context.get("actor");
      const show = (row: ResponseRow) => toResponseView(row, actor);
      if (by !== undefined && (order === "up" || order === "down")) {
        const after = typeof cursor === "string" ? undefined : cursor;
        const sorting = { name: by, isDown: order === "down", after };
        const rows = await sortResponses(services.db, limit, filter, sorting);
        return context.json(toPage(rows, limit, sortKey, show));
      }
      const isOldestFirst = order === "oldest";
      const id = typeof cursor === "string" ? cursor : undefined;
      const beyond = isOldestFirst ? { after: id } : { before: id };
      const rows = await listResponses(services.db, limit, { ...filter, ...beyond }, isOldestFirst);
      return context.json(toPage(rows, limit, (row) => row.id, show));
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("responses", "Show a response with all that was said", ResponseWithTranscript),
    async (context) => {
      const { db } = context.get("services");
      const id = context.req.param("id");
      const row = await findResponse(db, id);
      if (row === null) throw notFound("response", id);
      const said = await listTranscript(db, row);
      const actor = context.get("actor");
      const { versionId, variants } = row;
      const transcript = said.map((message) => toMessageView(message, actor));
      return context.json({ ...toResponseView(row, actor), versionId, variants, transcript });
    },
  );
