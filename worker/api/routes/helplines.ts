// Helplines: volunteer groups, each behind one number.
import { Hono } from "hono";
import * as z from "zod";
import { HelplineConfig } from "#core/helpline/helpline";
import { archiveHelpline } from "../../actions/archive-helpline.ts";
import { changeHelpline } from "../../actions/change-helpline.ts";
import { createHelpline } from "../../actions/create-helpline.ts";
import { mustFindHelpline } from "../../actions/find-helpline.ts";
import { inspectHelpline } from "../../actions/inspect-helpline.ts";
import { joinHelpline } from "../../actions/join-helpline.ts";
import { leaveHelpline } from "../../actions/leave-helpline.ts";
import { listHelplines } from "../../db/helplines.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { Over } from "../over.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { HelplineView, toHelplineView } from "../views/helpline.ts";
import { toVolunteerView, VolunteerView } from "../views/volunteer.ts";

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});
const Check = z.object({
  findings: z.array(
    z.object({
      kind: z.enum(["warning"]),
      code: z.string().meta({
        description: "`no-line`, `no-content`, `not-approved`, `content-unknown`, `content-unchecked`.",
      }),
      path: z.string().meta({ description: "Of the helpline's field." }),
      message: z.string(),
    }),
  ),
});
const Patch = z
  .record(z.string(), z.unknown())
  .meta({ description: "Fields of a helpline, each replaced as a whole; null sets one to its default." });

export const helplines = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("helplines", "List the helplines", pageOf(HelplineView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const { db } = context.get("services");
      const rows = await listHelplines(db, limit, { before: cursor, withArchived: archived });
      const actor = context.get("actor");
      return context.json(toPageById(rows, limit, (row) => toHelplineView(row, actor)));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("helplines", "Add a helpline", HelplineView, { status: 201 }),
    takes("json", HelplineConfig),
    async (context) => {
      const actor = context.get("actor");
      const row = await createHelpline(context.get("services"), actor, context.req.valid("json"));
      return context.json(toHelplineView(row, actor), 201);
    },
  )
  .get("/:id", needs("viewer"), says("helplines", "Show a helpline", HelplineView), async (context) => {
    const row = await mustFindHelpline(context.get("services"), context.req.param("id"));
    return context.json(toHelplineView(row, context.get("actor")));
  })
  .patch(
    "/:id",
    needs("editor"),
    says("helplines", "Change a helpline", HelplineView, {
      description: "Calls in progress go by what was set when they began.",
    }),
    takes("query", Over),
    takes("json", Patch),
    async (context) => {
      const [actor, patch] = [context.get("actor"), context.req.valid("json")];
      const { over } = context.req.valid("query");
      const row = await changeHelpline(context.get("services"), actor, context.req.param("id"), patch, over);
      return context.json(toHelplineView(row, actor));
    },
  )
  .get(
    "/:id/check",
    needs("viewer"),
    says("helplines", "Check whether its volunteers can be asked in the ways they chose", Check),
    async (context) =>
      context.json({
        findings: [...(await inspectHelpline(context.get("services"), context.req.param("id")))],
      }),
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("helplines", "Take a helpline out of use", HelplineView, {
      description: "Its number is free for another; what happened stays.",
    }),
    async (context) => {
      const actor = context.get("actor");
      const row = await archiveHelpline(context.get("services"), actor, context.req.param("id"));
      return context.json(toHelplineView(row, actor));
    },
  )
  .put(
    "/:id/volunteers/:volunteerId",
    needs("editor"),
    says("helplines", "Make a volunteer a member", VolunteerView),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { id, volunteerId } = context.req.param();
      const row = await joinHelpline(services, actor, id, volunteerId);
      return context.json(toVolunteerView(row, actor, services.clock.now()));
    },
  )
  .delete(
    "/:id/volunteers/:volunteerId",
    needs("editor"),
    says("helplines", "Take a volunteer out of a helpline", VolunteerView, {
      description: "They are on none of its shifts that start from now on; what was stays.",
    }),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { id, volunteerId } = context.req.param();
      const row = await leaveHelpline(services, actor, id, volunteerId);
      return context.json(toVolunteerView(row, actor, services.clock.now()));
    },
  );
