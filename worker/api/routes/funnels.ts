// Funnels: what they are, whether they would run, and whether they do.
import { Hono } from "hono";
import * as z from "zod";
import { Name } from "#core/conversation/flow";
import { FunnelConfig } from "#core/funnel/funnel";
import { changeFunnel } from "../../actions/change-funnel.ts";
import { checkFunnel } from "../../actions/check-funnel.ts";
import { createFunnel } from "../../actions/create-funnel.ts";
import { mustFindFunnel } from "../../actions/find-funnel.ts";
import { moveFunnel } from "../../actions/move-funnel.ts";
import { startFunnel } from "../../actions/start-funnel.ts";
import { listFunnels } from "../../db/funnels.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { FunnelProblemView, FunnelView, toFunnelView } from "../views/funnel.ts";

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});
const NewFunnel = z.strictObject({ key: Name, config: FunnelConfig });
const ChangedFunnel = z.strictObject({ revision: z.int().min(1), config: FunnelConfig });
const ToCheck = z.strictObject({
  config: FunnelConfig.optional().meta({ description: "The saved one where absent." }),
});
const Problems = z.object({ problems: z.array(FunnelProblemView) });
const Started = z.object({ funnel: FunnelView, warnings: z.array(FunnelProblemView) });

export const funnels = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("funnels", "List the funnels", pageOf(FunnelView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const { db } = context.get("services");
      const rows = await listFunnels(db, limit, { before: cursor, withArchived: archived });
      return context.json(toPageById(rows, limit, toFunnelView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("funnels", "Begin a funnel", FunnelView, {
      status: 201,
      description: "As a draft: nobody is asked anything before it is started.",
    }),
    takes("json", NewFunnel),
    async (context) => {
      const given = context.req.valid("json");
      const row = await createFunnel(context.get("services"), context.get("actor"), given);
      return context.json(toFunnelView(row), 201);
    },
  )
  .get("/:id", needs("viewer"), says("funnels", "Show a funnel, by id or key", FunnelView), async (context) =>
    context.json(toFunnelView(await mustFindFunnel(context.get("services"), context.req.param("id")))),
  )
  .put(
    "/:id",
    needs("editor"),
    says("funnels", "Change a funnel", FunnelView, {
      description:
        "What is decided from here on goes by the new rules. Refused while people are at a stage that would be gone.",
    }),
    takes("json", ChangedFunnel),
    async (context) => {
      const given = context.req.valid("json");
      const id = context.req.param("id");
      const row = await changeFunnel(context.get("services"), context.get("actor"), id, given);
      return context.json(toFunnelView(row));
    },
  )
  .post(
    "/:id/check",
    needs("viewer"),
    says("funnels", "Check a funnel", Problems),
    takes("json", ToCheck),
    async (context) => {
      const services = context.get("services");
      const { key, config } = await mustFindFunnel(services, context.req.param("id"));
      const given = context.req.valid("json").config ?? config;
      return context.json({ problems: await checkFunnel(services, key, given) });
    },
  )
  .post(
    "/:id/start",
    needs("editor"),
    says("funnels", "Start a funnel, or go on with it", Started, {
      description: "Refused with the problems of the check where one of them is an error.",
    }),
    async (context) => {
      const services = context.get("services");
      const warnings = await startFunnel(services, context.get("actor"), context.req.param("id"));
      const row = await mustFindFunnel(services, context.req.param("id"));
      return context.json({ funnel: toFunnelView(row), warnings: [...warnings] });
    },
  )
  .post(
    "/:id/pause",
    needs("editor"),
    says("funnels", "Pause a funnel", FunnelView, {
      description:
        "Its slots begin with nobody, and the campaigns it began pause with it until it is started again. Who was asked may still answer, and silence still counts.",
    }),
    async (context) => {
      const services = context.get("services");
      const id = await moveFunnel(services, context.get("actor"), context.req.param("id"), "paused", [
        "running",
      ]);
      return context.json(toFunnelView(await mustFindFunnel(services, id)));
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("funnels", "Take a funnel out of use", FunnelView, {
      description: "Nobody in it is asked anything again; the campaigns it began are cancelled.",
    }),
    async (context) => {
      const services = context.get("services");
      const from = ["draft", "running", "paused"] as const;
      const id = await moveFunnel(services, context.get("actor"), context.req.param("id"), "archived", from);
      return context.json(toFunnelView(await mustFindFunnel(services, id)));
    },
  );
