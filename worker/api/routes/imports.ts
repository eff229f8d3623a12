// CSV in: upload, say what the columns mean, see what would change, import, take back.
import { Hono } from "hono";
import type { Context } from "hono";
import * as z from "zod";
import type { Target } from "#core/csv/mapping";
import { beginImport } from "../../actions/begin-import.ts";
import type { Pass } from "../../actions/begin-import.ts";
import { changeImport, readAs } from "../../actions/change-import.ts";
import { discardImport } from "../../actions/discard-import.ts";
import { uploadImport } from "../../actions/upload-import.ts";
import { recordDeed } from "../../actions/write-as.ts";
import { writeRejects } from "../../actions/write-rejects.ts";
import { countUndone, findImport, listImportRows, listImports } from "../../db/imports.ts";
import type { ImportRecord } from "../../db/imports.ts";
import { OUTCOMES } from "#core/csv/state";
import { notFound, Problem } from "../../errors.ts";
import { invalidAt } from "../../explain.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, paging, toPage, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import {
  ChangedImport,
  ImportPreview,
  ImportRowView,
  ImportView,
  ImportWithUndone,
  toImportRowView,
  toImportView,
} from "../views/import.ts";

const Upload = z.object({
  fileName: z.string().trim().min(1).max(200).default("contacts.csv"),
});
const Rows = paging(z.int()).extend({ outcome: z.enum(OUTCOMES).optional() });

/** Enough to see what a column holds. */
const ROWS_PREVIEWED = 10;

export const imports = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("imports", "List the imports", pageOf(ImportView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listImports(context.get("services").db, limit, cursor);
      return context.json(toPageById(rows, limit, toImportView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("imports", "Upload a CSV of contacts", ImportView, {
      status: 201,
      takesFile: true,
      description:
        "The body is the file itself, of any content type, at most 100 MB. Its encoding, delimiter, title and headings are found out, and a meaning is proposed for each column. Nobody is changed.",
    }),
    takes("query", Upload),
    async (context) => {
      const services = context.get("services");
      const { body } = context.req.raw;
      if (body === null) throw new Problem("invalid", "The file is empty.");
      const { fileName } = context.req.valid("query");
      const id = await uploadImport(services, context.get("actor"), { fileName, body });
      return context.json(toImportView(await mustFind(services, id)), 201);
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("imports", "Show an import and how far it is", ImportWithUndone),
    async (context) => context.json(await show(context.get("services"), context.req.param("id"))),
  )
  .get(
    "/:id/preview",
    needs("editor"),
    says("imports", "Show a file's first rows", ImportPreview, {
      description: "As the file is read at present, to see what its columns hold.",
    }),
    async (context) => {
      const { files } = context.get("services");
      const { id, dialect } = await mustFind(context.get("services"), context.req.param("id"));
      const { rows } = await readAs(files, id, dialect);
      return context.json({ rows: rows.slice(0, ROWS_PREVIEWED).map((cells) => [...cells]) });
    },
  )
  .patch(
    "/:id",
    needs("editor"),
    says("imports", "Say what the columns mean, and how the file is read", ImportWithUndone),
    takes("json", ChangedImport),
    async (context) => {
      const services = context.get("services");
      const id = context.req.param("id");
      const { encoding, delimiter, quote, rowsAbove, hasHeadings, mapping, ...settings } =
        context.req.valid("json");
      await changeImport(services, context.get("actor"), id, {
        dialect: { encoding, delimiter, quote, rowsAbove, hasHeadings },
        settings: { ...settings, mapping: mapping && toMapping(await mustFind(services, id), mapping) },
      });
      return context.json(await show(services, id));
    },
  )
  .delete(
    "/:id",
    needs("editor"),
    says("imports", "Discard a file that was not imported", null, {
      status: 204,
      description:
        "Its file goes as well, and what a dry run found. What was imported is taken back instead.",
    }),
    async (context) => {
      await discardImport(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  )
  .post(
    "/:id/dry-run",
    needs("editor"),
    says("imports", "See what an import would change", ImportWithUndone, {
      status: 202,
      description: "In the background: `state` is `checked` when it is over. Nobody is changed.",
    }),
    async (context) => context.json(await begin(context, "check"), 202),
  )
  .post(
    "/:id/start",
    needs("editor"),
    says("imports", "Import", ImportWithUndone, {
      status: 202,
      description: "In the background: `state` is `imported` when it is over.",
    }),
    async (context) => context.json(await begin(context, "import"), 202),
  )
  .post(
    "/:id/undo",
    needs("editor"),
    says("imports", "Take an import back", ImportWithUndone, {
      status: 202,
      description:
        "Values that are still the import's are put back, and contacts that nobody touched since are removed. What people refused stays refused, the import's own suppressions too; conversations are not undone.",
    }),
    async (context) => context.json(await begin(context, "undo"), 202),
  )
  .get(
    "/:id/rows",
    needs("editor"),
    says("imports", "List what becomes of each row", pageOf(ImportRowView), {
      description: "In the file's order, of the dry run until the import begins.",
    }),
    takes("query", Rows),
    async (context) => {
      const { db } = context.get("services");
      const { limit, cursor, outcome } = context.req.valid("query");
      const { id } = await mustFind(context.get("services"), context.req.param("id"));
      const rows = await listImportRows(db, id, limit, { after: cursor, outcome });
      return context.json(toPage(rows, limit, ({ row }) => row, toImportRowView));
    },
  )
  .get(
    "/:id/rejects",
    needs("editor"),
    says("imports", "Download the rejected rows", null, {
      description:
        "CSV in UTF-8 with the file's own columns and delimiter, and the reason. Mend it and upload it again.",
    }),
    async (context) => {
      const services = context.get("services");
      const record = await mustFind(services, context.req.param("id"));
      const deed = { action: "import.rejects", subject: { kind: "import", id: record.id } };
      await recordDeed(services, context.get("actor"), deed);
      return context.body(writeRejects(services, record), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="rejected-${record.id.slice(0, 8)}.csv"`,
      });
    },
  );

async function begin(context: Context<ApiEnv, "/:id">, pass: Pass) {
  const services = context.get("services");
  const id = context.req.param("id");
  await beginImport(services, context.get("actor"), id, pass);
  return show(services, id);
}

async function mustFind({ db }: Services, id: string): Promise<ImportRecord> {
  const record = await findImport(db, id);
  if (record === null) throw notFound("import", id);
  return record;
}

async function show(services: Services, id: string) {
  const record = await mustFind(services, id);
  // Counting reads every row of the file: nobody who only waits for the end should.
  const undone = record.undoneAt === null ? { removed: 0, reverted: 0 } : await countUndone(services.db, id);
  return { ...toImportView(record), undone };
}

type Mapping = ImportRecord["settings"]["mapping"];

/** A list is by column; an object names headings, of which the first that is called so is meant. */
function toMapping(
  { headings, settings }: ImportRecord,
  given: Mapping | Readonly<Record<string, Target>>,
): Mapping {
  if (Array.isArray(given)) return given;
  const unknown = Object.keys(given).find((heading) => !headings.includes(heading));
  if (unknown !== undefined)
    throw invalidAt({ path: "mapping", message: `names a column that is not there: "${unknown}"` });
  return headings.map((heading, column) =>
    headings.indexOf(heading) === column && Object.hasOwn(given, heading)
      ? (given[heading] ?? KEEP)
      : (settings.mapping[column] ?? KEEP),
  );
}

const KEEP: Target = { kind: "keep" };
