// Versions of a flow: immutable once published; an earlier one can be taken up again.
import { Hono } from "hono";
import * as z from "zod";
import { deleteVersion } from "../../actions/delete-version.ts";
import { mustFindFlow } from "../../actions/find-flow.ts";
import { publishVersion } from "../../actions/publish-version.ts";
import { findVersion, listVersions } from "../../db/versions.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { paging, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { toVersionView, toVersionWithDocument, VersionView, VersionWithDocument } from "../views/flow.ts";

const List = paging(z.int());

export const versions = new Hono<ApiEnv>()
  .get(
    "/:id/versions",
    needs("viewer"),
    says("flows", "List the versions of a flow", pageOf(VersionView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const services = context.get("services");
      const { id } = await mustFindFlow(services, context.req.param("id"));
      const rows = await listVersions(services.db, id, limit, cursor);
      return context.json(toPage(rows, limit, ({ number }) => number, toVersionView));
    },
  )
  .get(
    "/:id/versions/:number",
    needs("viewer"),
    says("flows", "Show a version", VersionWithDocument),
    async (context) => {
      const services = context.get("services");
      const { id, number } = context.req.param();
      const flow = await mustFindFlow(services, id);
      const row = await findVersion(services.db, flow.id, numberOf(number));
      if (row === null) throw notFound("version", number);
      return context.json(toVersionWithDocument(row));
    },
  )
  .post(
    "/:id/versions/:number/publish",
    needs("editor"),
    says("flows", "Go back to an earlier version", VersionView, {
      description: "New conversations take it from now on; running ones finish on their own.",
    }),
    async (context) => {
      const { id, number } = context.req.param();
      const row = await publishVersion(context.get("services"), context.get("actor"), id, numberOf(number));
      return context.json(toVersionView(row));
    },
  )
  .delete(
    "/:id/versions/:number",
    needs("editor"),
    says("flows", "Delete a version", null, {
      status: 204,
      description: "Refused for the published one and while a conversation runs on it.",
    }),
    async (context) => {
      const { id, number } = context.req.param();
      await deleteVersion(context.get("services"), context.get("actor"), id, numberOf(number));
      return context.body(null, 204);
    },
  );

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw notFound("version", text);
  return Number(text);
}
