// What an organiser does at the desk, in words of the API: lists in and out, campaigns, and looking at what comes of them.
import * as z from "zod";
import { LINES, type LineName } from "./lines.ts";
import type { Api } from "../../system/api.ts";
import { eventually } from "../../system/eventually.ts";

/** Long work goes step by step through a queue. */
const WORK_WITHIN_MS = 20_000;

const Counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), rejected: z.int() });
export const Import = z.object({
  id: z.string(),
  state: z.string(),
  delimiter: z.string(),
  encoding: z.string(),
  columns: z.array(z.object({ heading: z.string(), target: z.looseObject({ kind: z.string() }) })),
  counts: Counts,
  undone: z.object({ removed: z.int(), reverted: z.int() }).optional(),
});
export type Import = z.infer<typeof Import>;

export const Made = z.object({ id: z.string() });
const Lines = z.object({
  data: z.array(z.object({ id: z.string(), address: z.string(), channel: z.string() })),
});

export async function lineId(api: Api, name: LineName): Promise<string> {
  const { data } = await api.get("/api/v1/lines?limit=200", Lines);
  const { channel, address } = LINES[name].config;
  const line = data.find((known) => known.channel === channel && known.address === address);
  if (line === undefined) throw new Error(`there is no line ${name}`);
  return line.id;
}

/** Uploads a file as it is. */
export async function upload(api: Api, fileName: string, text: string): Promise<Import> {
  const path = `/api/v1/imports?fileName=${encodeURIComponent(fileName)}`;
  const headers = { "content-type": "text/csv" };
  const response = await api.call(path, { method: "POST", body: text, headers });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return Import.parse(await response.json());
}

/** Asks for a step of an import and waits until it is over. */
export async function run(api: Api, id: string, step: "dry-run" | "start" | "undo"): Promise<Import> {
  await api.send("POST", `/api/v1/imports/${id}/${step}`, {}, z.unknown());
  const over = { "dry-run": "checked", start: "imported", undo: "undone" }[step];
  return eventually(
    async () => {
      const shown = await api.get(`/api/v1/imports/${id}`, Import);
      if (shown.state === "failed") throw new Error("the import failed");
      return shown.state === over && shown;
    },
    { withinMs: WORK_WITHIN_MS, what: `the ${step} of the import` },
  );
}

/** A file from the API, without its byte order mark. */
export async function download(api: Api, path: string): Promise<string> {
  const response = await api.call(path);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.text()).replace(/^\uFEFF/, "");
}

const Export = z.object({ id: z.string(), state: z.string(), rows: z.int() });

/** Writes an export and downloads it. */
export async function exportCsv(api: Api, settings: object): Promise<string> {
  const { id } = await api.send("POST", "/api/v1/exports", settings, Export);
  await eventually(async () => (await api.get(`/api/v1/exports/${id}`, Export)).state === "done", {
    withinMs: WORK_WITHIN_MS,
    what: "the export",
  });
  return download(api, `/api/v1/exports/${id}/file`);
}

export const Figures = z.looseObject({
  state: z.string(),
  isFrozen: z.boolean(),
  planned: z.int(),
  waiting: z.int(),
  putOff: z.int(),
  sent: z.int(),
  delivered: z.int(),
  failed: z.int(),
  unknown: z.int(),
  refused: z.int(),
  canceled: z.int(),
  replied: z.int(),
  optedOut: z.int(),
  excluded: z.int(),
  cost: z.object({ currency: z.string(), amount: z.number() }).nullable(),
  comparison: z.array(
    z.object({ what: z.string(), forecast: z.number(), fact: z.number(), because: z.array(z.string()) }),
  ),
});
export type Figures = z.infer<typeof Figures>;

/** Looks at a campaign's figures until they are as wanted. */
export function watch(
  api: Api,
  campaignId: string,
  what: string,
  isSo: (figures: Figures) => boolean,
): Promise<Figures> {
  let last: Figures | null = null;
  return eventually(
    async () => {
      last = await api.get(`/api/v1/campaigns/${campaignId}/figures`, Figures);
      return isSo(last) && last;
    },
    { withinMs: WORK_WITHIN_MS, what },
  ).catch((error: unknown) => {
    throw new Error(`${what}: ${JSON.stringify(last)}`, { cause: error });
  });
}
