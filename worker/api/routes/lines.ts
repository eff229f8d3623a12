// Lines: our addresses, and what is configured about each.
import { Hono } from "hono";
import * as z from "zod";
import { LineConfig } from "#core/line";
import { archiveLine } from "../../actions/archive-line.ts";
import { changeLine } from "../../actions/change-line.ts";
import { createLine } from "../../actions/create-line.ts";
import { findLine, listLines } from "../../db/lines.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { LineView, toLineView } from "../views/line.ts";

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});
const Patch = z
  .looseObject({
    changedAt: z.iso
      .datetime()
      .optional()
      .meta({ description: "As you saw it: refused where somebody changed the line since." }),
  })
  .meta({ description: "Fields of a line; null takes one away." });

export const lines = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("lines", "List the lines", pageOf(LineView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const rows = await listLines(context.get("services").db, limit, {
        before: cursor,
        withArchived: archived,
      });
      return context.json(toPageById(rows, limit, toLineView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("lines", "Add a line", LineView, {
      status: 201,
      description:
        "The address of a web chat is the slug of a published flow: that is what makes the flow public.",
    }),
    takes("json", LineConfig),
    async (context) => {
      const row = await createLine(context.get("services"), context.get("actor"), context.req.valid("json"));
      return context.json(toLineView(row), 201);
    },
  )
  .get("/:id", needs("viewer"), says("lines", "Show a line", LineView), async (context) => {
    const id = context.req.param("id");
    const row = await findLine(context.get("services").db, id);
    if (row === null) throw notFound("line", id);
    return context.json(toLineView(row));
  })
  .patch(
    "/:id",
    needs("editor"),
    says("lines", "Change a line", LineView),
    takes("json", Patch),
    async (context) => {
      const { changedAt, ...patch } = context.req.valid("json");
      const seenAt = changedAt === undefined ? null : Date.parse(changedAt);
      const id = context.req.param("id");
      const row = await changeLine(context.get("services"), context.get("actor"), id, patch, seenAt);
      return context.json(toLineView(row));
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("lines", "Take a line out of use", LineView),
    async (context) => {
      const row = await archiveLine(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.json(toLineView(row));
    },
  );
