// Volunteers: who takes the calls.
import { Hono } from "hono";
import * as z from "zod";
import { changeVolunteer } from "../../actions/change-volunteer.ts";
import { createVolunteer } from "../../actions/create-volunteer.ts";
import { mustFindVolunteer } from "../../actions/find-volunteer.ts";
import { liftQuarantine } from "../../actions/lift-quarantine.ts";
import { removeVolunteer } from "../../actions/remove-volunteer.ts";
import { listVolunteers } from "../../db/volunteers.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { Over } from "../over.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewVolunteer, toVolunteerView, VolunteerView } from "../views/volunteer.ts";

const List = byId.extend({
  helpline: z.string().min(1).max(80).optional().meta({ description: "Its members." }),
  removed: z.stringbool().default(false).meta({ description: "Those who were removed, instead." }),
});
const Patch = z
  .record(z.string(), z.unknown())
  .meta({ description: "Fields of a volunteer, each replaced as a whole; null sets one to its default." });

export const volunteers = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("volunteers", "List the volunteers", pageOf(VolunteerView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, helpline, removed } = context.req.valid("query");
      const { db, clock } = context.get("services");
      const rows = await listVolunteers(db, limit, { before: cursor, helplineId: helpline, removed });
      const [actor, now] = [context.get("actor"), clock.now()];
      return context.json(toPageById(rows, limit, (row) => toVolunteerView(row, actor, now)));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("volunteers", "Add a volunteer", VolunteerView, {
      status: 201,
      description: "Their phone becomes a contact's address, with `proof` as a grant.",
    }),
    takes("json", NewVolunteer),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { helplines, ...config } = context.req.valid("json");
      const row = await createVolunteer(services, actor, config, helplines);
      return context.json(toVolunteerView(row, actor, services.clock.now()), 201);
    },
  )
  .get("/:id", needs("viewer"), says("volunteers", "Show a volunteer", VolunteerView), async (context) => {
    const services = context.get("services");
    const row = await mustFindVolunteer(services, context.req.param("id"));
    return context.json(toVolunteerView(row, context.get("actor"), services.clock.now()));
  })
  .patch(
    "/:id",
    needs("editor"),
    says("volunteers", "Change a volunteer", VolunteerView, {
      description: "Another phone is another address: it is rung at once, whatever became of the one before.",
    }),
    takes("query", Over),
    takes("json", Patch),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const [patch, { over }] = [context.req.valid("json"), context.req.valid("query")];
      const row = await changeVolunteer(services, actor, context.req.param("id"), patch, over);
      return context.json(toVolunteerView(row, actor, services.clock.now()));
    },
  )
  .delete(
    "/:id",
    needs("editor"),
    says("volunteers", "Remove a volunteer", null, {
      status: 204,
      description:
        "They are on no shift that starts from now on; who did what stays. To forget a person, erase their contact.",
    }),
    async (context) => {
      await removeVolunteer(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  )
  .delete(
    "/:id/quarantine",
    needs("editor"),
    says("volunteers", "Ring a volunteer's telephone again, though it failed", VolunteerView),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const row = await liftQuarantine(services, actor, context.req.param("id"));
      return context.json(toVolunteerView(row, actor, services.clock.now()));
    },
  );
