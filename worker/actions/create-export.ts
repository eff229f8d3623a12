// Staff ask for the contacts as a CSV; it is written in the background.
import type { ExportSettings } from "#core/csv/export";
import type { Actor } from "../actor.ts";
import { findImport } from "../db/imports.ts";
import { exports } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Returns the export's id. Throws `not_found` for an import that is not there. */
export async function createExport(
  services: Services,
  actor: Actor,
  settings: ExportSettings,
): Promise<string> {
  const { db, clock, mint, work } = services;
  const { importId } = settings;
  if (importId !== null && (await findImport(db, importId)) === null) throw notFound("import", importId);
  const [id, now] = [mint(), clock.now()];
  const row = db.insert(exports).values({
    id,
    settings,
    columns: [],
    state: "working",
    step: 0,
    stepAt: now,
    after: "",
    parts: [],
    rows: 0,
    createdAt: now,
    createdBy: actor.id,
  });
  const detail = { importId, isEverybody: importId === null && settings.condition === null };
  await writeAs(services, actor, { action: "export.create", subject: { kind: "export", id }, detail }, row);
  await work.send({ kind: "export", exportId: id });
  return id;
}
