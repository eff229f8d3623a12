// CSV out: asked for, written in the background, downloaded.
import { Hono } from "hono";
import { ExportSettings } from "#core/csv/export";
import { createExport } from "../../actions/create-export.ts";
import { recordDeed } from "../../actions/write-as.ts";
import { findExport, listExports } from "../../db/exports.ts";
import type { ExportRecord } from "../../db/exports.ts";
import { notFound, Problem } from "../../errors.ts";
import { joinParts } from "../../files/join-parts.ts";
import { exportKey } from "../../files/keys.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { ExportView, toExportView } from "../views/export.ts";

export const exports = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("exports", "List the exports", pageOf(ExportView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listExports(context.get("services").db, limit, cursor);
      return context.json(toPageById(rows, limit, toExportView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("exports", "Export the contacts as CSV", ExportView, {
      status: 202,
      description:
        "In the background. The columns of the import (the newest where none is named) come first, in their order, those that mean nothing to us too; then attributes, categories, tags, consent and last answers. What a spreadsheet would run is marked as text by an apostrophe, which an import takes off again.",
    }),
    takes("json", ExportSettings),
    async (context) => {
      const services = context.get("services");
      const id = await createExport(services, context.get("actor"), context.req.valid("json"));
      return context.json(toExportView(await mustFind(services, id)), 202);
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("exports", "Show an export and how far it is", ExportView),
    async (context) =>
      context.json(toExportView(await mustFind(context.get("services"), context.req.param("id")))),
  )
  .get(
    "/:id/file",
    needs("editor"),
    says("exports", "Download an export", null, { description: "CSV in UTF-8, once `state` is `done`." }),
    async (context) => {
      const services = context.get("services");
      const { id, state, parts } = await mustFind(services, context.req.param("id"));
      if (state !== "done") throw new Problem("conflict", "The export is not written yet.");
      const keys = parts.map((_, part) => exportKey(id, part));
      const [first] = keys;
      if (first === undefined || (await services.files.head(first)) === null)
        throw new Problem("not_found", "The file has been deleted since: export again.");
      const deed = { action: "export.download", subject: { kind: "export", id } };
      await recordDeed(services, context.get("actor"), deed);
      return context.body(joinParts(services.files, keys), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="contacts-${id.slice(0, 8)}.csv"`,
      });
    },
  );

async function mustFind({ db }: Services, id: string): Promise<ExportRecord> {
  const record = await findExport(db, id);
  if (record === null) throw notFound("export", id);
  return record;
}
