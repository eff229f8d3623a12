// Exports as the API shows them.
import * as z from "zod";
import { ExportSettings } from "#core/csv/export";
import type { ExportRecord } from "../../db/exports.ts";
import { EXPORT_STATES } from "#core/csv/state";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const ExportView = z
  .object({
    id: z.string(),
    state: z.enum(EXPORT_STATES),
    ...ExportSettings.shape,
    columns: z.array(z.string()).meta({ description: "Their headings; empty until they are settled." }),
    rows: z.int().meta({ description: "Written so far." }),
    bytes: z.int(),
    createdAt: Time,
    createdBy: z.string(),
    finishedAt: Time.nullable(),
  })
  .meta({ id: "Export" });

export function toExportView({ settings, columns, parts, ...row }: ExportRecord) {
  return {
    id: row.id,
    state: row.state,
    ...settings,
    columns: columns.map(({ heading }) => heading),
    rows: row.rows,
    bytes: parts.reduce((sum, bytes) => sum + bytes, 0),
    createdAt: toTime(row.createdAt),
    createdBy: row.createdBy,
    finishedAt: toTimeOrNull(row.finishedAt),
  };
}
