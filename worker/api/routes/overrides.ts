// Overrides: what is different about a helpline's shifts on a date.
import { Hono } from "hono";
import * as z from "zod";
import { CivilDate } from "#core/rota/rota";
import { createOverride } from "../../actions/create-override.ts";
import { deleteOverride } from "../../actions/delete-override.ts";
import { mustFindHelpline } from "../../actions/find-helpline.ts";
import { listOverrides } from "../../db/rota.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { paging, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewOverride, OverrideView, toOverrideView } from "../views/rota.ts";

const List = paging(z.tuple([CivilDate, z.string().max(80)])).extend({
  from: CivilDate.default("0000-01-01").meta({ description: "The first date." }),
  to: CivilDate.default("9999-12-31").meta({ description: "The last date." }),
});

export const overrides = new Hono<ApiEnv>()
  .get(
    "/:id/overrides",
    needs("viewer"),
    says("overrides", "List what is different on dates, in their order", pageOf(OverrideView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, from, to } = context.req.valid("query");
      const services = context.get("services");
      const { id } = await mustFindHelpline(services, context.req.param("id"));
      const rows = await listOverrides(services.db, id, { first: from, last: to }, limit, cursor);
      return context.json(toPage(rows, limit, (row) => [row.date, row.id], toOverrideView));
    },
  )
  .post(
    "/:id/overrides",
    needs("editor"),
    says("overrides", "Make something different on a date", OverrideView, {
      status: 201,
      description:
        "add: a shift of this date only. remove: a shift does not take place. replace: other people. swap: one for another; without `to` a place is given back, without `from` an open one is taken. What is made later counts.",
    }),
    takes("json", NewOverride),
    async (context) => {
      const [actor, helplineId] = [context.get("actor"), context.req.param("id")];
      const body = await createOverride(
        context.get("services"),
        actor,
        helplineId,
        context.req.valid("json"),
      );
      const { id, date } = body;
      return context.json(toOverrideView({ helplineId, id, date, body, madeBy: actor.id }), 201);
    },
  )
  .delete(
    "/:id/overrides/:overrideId",
    needs("editor"),
    says("overrides", "Take back what was different on a date", null, { status: 204 }),
    async (context) => {
      const { id, overrideId } = context.req.param();
      await deleteOverride(context.get("services"), context.get("actor"), id, overrideId);
      return context.body(null, 204);
    },
  );
