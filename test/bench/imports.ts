// 100,000 rows of CSV in, out and back: rows a second, and how much memory it takes.
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { makeContactsCsv } from "../system/contacts-csv.ts";
import type { Pass, PagesRun } from "./import-pass.ts";
import { workerdPeakMiB } from "./memory.ts";

export const ROWS = 100_000;

export interface ImportFigures {
  readonly bytes: number;
  readonly uploadMs: number;
  /** Rows a second. */
  readonly rate: Readonly<Record<Pass | "dryRun", number>>;
  /** The most bytes of the file that were in memory at once. */
  readonly heldBytesMax: number;
  /** The runtime's most memory so far; null where it cannot be seen. */
  readonly peakMiB: number | null;
  readonly counts: { readonly new: number; readonly rejected: number };
}

const Import = z.object({
  id: z.string(),
  heldBytesMax: z.number(),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), rejected: z.number() }),
});
const Export = z.object({ id: z.string(), rows: z.number() });

export async function measureImport(origin: string): Promise<ImportFigures> {
  const call = async <T>(where: string, shape: z.ZodType<T>, body?: string): Promise<T> => {
    const [method = "GET", path = ""] = where.split(" ");
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TEST_SECRETS.ADMIN_TOKEN}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${where} answered ${response.status}: ${text.slice(0, 500)}`);
    return shape.parse(JSON.parse(text));
  };
  const Run = z.object({ pages: z.number(), ms: z.number() }) satisfies z.ZodType<PagesRun>;
  const rateOf = async (pass: Pass, id: string) => {
    const { ms } = await call("POST /bench/pages", Run, JSON.stringify({ pass, id }));
    return (ROWS / ms) * 1_000;
  };
  const csv = makeContactsCsv(ROWS);
  const begun = performance.now();
  const { id } = await call("POST /api/v1/imports", Import, csv.text);
  const uploadMs = performance.now() - begun;
  await call(`POST /api/v1/imports/${id}/dry-run`, Import);
  const dryRun = await rateOf("import", id);
  await call(`POST /api/v1/imports/${id}/start`, Import);
  const brought = await rateOf("import", id);
  const { counts, heldBytesMax } = await call(`GET /api/v1/imports/${id}`, Import);
  const { id: exportId } = await call("POST /api/v1/exports", Export, JSON.stringify({ importId: id }));
  const taken = await rateOf("export", exportId);
  const { rows } = await call(`GET /api/v1/exports/${exportId}`, Export);
  if (counts.new !== csv.accepted || rows !== csv.accepted)
    throw new Error(`of ${csv.accepted} rows ${counts.new} came in and ${rows} went out`);
  await call(`POST /api/v1/imports/${id}/undo`, Import);
  const undone = await rateOf("undo", id);
  return {
    bytes: new TextEncoder().encode(csv.text).length,
    uploadMs,
    rate: { dryRun, import: brought, export: taken, undo: undone },
    heldBytesMax,
    peakMiB: await workerdPeakMiB(),
    counts,
  };
}
