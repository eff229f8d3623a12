// The call log: who called, whom it rang, what came of it.
import { Hono } from "hono";
import * as z from "zod";
import { findCall, listCalls, nameVolunteers } from "../../db/call-log.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { Period } from "../period.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { CallView, OUTCOMES, toCallView, volunteersIn } from "../views/call.ts";

const Id = z.string().max(80);
const List = byTime.extend({
  helplineId: Id.optional(),
  contactId: Id.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  live: z
    .stringbool()
    .optional()
    .meta({ description: "Those under way, or those that are over; all where absent." }),
  ...Period.shape,
});

export const calls = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("calls", "List calls, newest first", pageOf(CallView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, ...filter } = context.req.valid("query");
      const { db, d1 } = context.get("services");
      const rows = await listCalls(db, limit, { ...filter, before: cursor });
      const names = await nameVolunteers(
        d1,
        rows.flatMap(({ call }) => volunteersIn(call.trace)),
      );
      const actor = context.get("actor");
      return context.json(
        toPage(
          rows,
          limit,
          ({ call }) => [call.startedAt, call.id],
          (row) => toCallView(row, names, actor),
        ),
      );
    },
  )
  .get("/:id", needs("viewer"), says("calls", "Show a call", CallView), async (context) => {
    const id = context.req.param("id");
    const { db, d1 } = context.get("services");
    const row = await findCall(db, id);
    if (row === null) throw notFound("call", id);
    const names = await nameVolunteers(d1, volunteersIn(row.call.trace));
    return context.json(toCallView(row, names, context.get("actor")));
  });
