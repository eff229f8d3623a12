// Triggers: which word starts which flow on a line.
import { Hono } from "hono";
import * as z from "zod";
import { createTrigger } from "../../actions/create-trigger.ts";
import { removeTrigger } from "../../actions/remove-trigger.ts";
import { listTriggers } from "../../db/triggers.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { toTriggerView, TriggerView } from "../views/line.ts";

const Id = z.string().min(1).max(80);
const List = byId.extend({
  line: Id.optional(),
  flow: Id.optional().meta({ description: "The id of a flow." }),
});
const NewTrigger = z.strictObject({
  lineId: Id,
  flow: Id.meta({ description: "Id or slug." }),
  keyword: z.string().max(60).default("").meta({ description: "Empty for the catch-all." }),
});

export const triggers = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("triggers", "List the triggers", pageOf(TriggerView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, line, flow } = context.req.valid("query");
      const rows = await listTriggers(context.get("services").db, limit, {
        before: cursor,
        lineId: line,
        flowId: flow,
      });
      return context.json(toPageById(rows, limit, toTriggerView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("triggers", "Let a word start a flow", TriggerView, { status: 201 }),
    takes("json", NewTrigger),
    async (context) => {
      const row = await createTrigger(
        context.get("services"),
        context.get("actor"),
        context.req.valid("json"),
      );
      return context.json(toTriggerView(row), 201);
    },
  )
  .delete(
    "/:id",
    needs("editor"),
    says("triggers", "Remove a trigger", null, { status: 204 }),
    async (context) => {
      await removeTrigger(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  );
