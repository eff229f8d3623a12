// CSV files through the API, as a person's browser sends and fetches them.
import { call, ok } from "./api-calls.ts";
import { eventually } from "./story.ts";

export type File = string | Uint8Array<ArrayBuffer>;

/** Uploads a file and settles it; returns the import's id. */
export async function upload(file: File, settings: object = {}): Promise<string> {
  const { id } = await ok("POST /v1/imports?fileName=people.csv", undefined, { raw: file });
  if (Object.keys(settings).length > 0) await ok(`PATCH /v1/imports/${id}`, settings);
  return id;
}

/** Lets it run and waits until that is over; returns the import. */
export async function run(id: string, pass: "dry-run" | "start" | "undo") {
  await ok(`POST /v1/imports/${id}/${pass}`);
  return eventually(async () => {
    const shown = await ok(`GET /v1/imports/${id}`);
    return ["checked", "imported", "undone", "failed"].includes(shown.state) ? shown : null;
  });
}

/** Uploads, settles and imports. */
export async function bringIn(file: File, settings: object = {}) {
  return run(await upload(file, settings), "start");
}

/** What became of each row, as `row outcome: reason or changed fields`. */
export async function outcomes(id: string): Promise<readonly string[]> {
  const { data } = await ok(`GET /v1/imports/${id}/rows?limit=200`);
  return data.map(
    ({ row, outcome, reason, changes }: ImportRow) =>
      `${row} ${outcome}${reason === null ? "" : `: ${reason.kind}`}${outcome === "changed" ? `: ${changes.map(({ field, from, to }) => `${field} ${String(from)} -> ${String(to)}`).join(", ")}` : ""}`,
  );
}

interface ImportRow {
  readonly row: number;
  readonly outcome: string;
  readonly reason: { readonly kind: string } | null;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

export async function contactAt(number: string) {
  const { data } = await ok("POST /v1/contacts/search", { number });
  return data[0] ?? null;
}

/** Exports and downloads; the text without its byte order mark. */
export async function takeOut(settings: object = {}): Promise<string> {
  const { id } = await ok("POST /v1/exports", settings);
  await eventually(async () => (await ok(`GET /v1/exports/${id}`)).state === "done");
  const { body } = await call(`GET /v1/exports/${id}/file`);
  return String(body).replace(/^\uFEFF/, "");
}
