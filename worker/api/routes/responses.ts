// Responses: what people answered, one row per run, answers as columns.
import { Hono } from "hono";
import * as z from "zod";
import { DISPOSITIONS } from "#core/conversation/run";
import { mustFindFlow } from "../../actions/find-flow.ts";
import { listTranscript } from "../../db/messages.ts";
import { findResponse, listResponses } from "../../db/responses.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPage } from "../page.ts";
import { Period } from "../period.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { toMessageView } from "../views/message.ts";
import { ResponseView, ResponseWithTranscript, toResponseView } from "../views/response.ts";

const List = byId.extend({
  flow: z.string().max(80).optional().meta({ description: "Id or slug; all flows where absent." }),
  contact: z.string().max(80).optional(),
  disposition: z.enum(DISPOSITIONS).optional(),
  ...Period.shape,
  q: z.string().min(1).max(100).optional().meta({ description: "Words of an answer." }),
});

export const responses = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("responses", "List the responses", pageOf(ResponseView)),
    takes("query", List),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor, flow, contact, disposition, from, to, q } = context.req.valid("query");
      const flowId = flow === undefined ? undefined : (await mustFindFlow(services, flow)).id;
      const filter = { flowId, contactId: contact, disposition, from, to, words: q, before: cursor };
      const rows = await listResponses(services.db, limit, filter);
      const actor = context.get("actor");
      return context.json(
        toPage(
          rows,
          limit,
          ({ id }) => id,
          (row) => toResponseView(row, actor),
        ),
      );
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
