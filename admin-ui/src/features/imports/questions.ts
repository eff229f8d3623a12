// What the pages of imports ask the API.
import { api, ask, check, send } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const readOne = (id: string) => ask(api.v1.imports[":id"].$get({ param: { id } }));
export type Import = Awaited<ReturnType<typeof readOne>>;
export type Column = Import["columns"][number];
export type Target = Column["target"];
export type State = Import["state"];
const readPage = (id: string) => ask(api.v1.imports[":id"].rows.$get({ param: { id }, query: {} }));
export type Row = Awaited<ReturnType<typeof readPage>>["data"][number];
export type Outcome = Row["outcome"];

export const importQuery = (id: string) => ({
  queryKey: ["imports", id] satisfies Key,
  queryFn: () => readOne(id),
});

/** The first rows as they are read at present. */
export const previewQuery = (id: string, reading: string) => ({
  queryKey: ["imports", id, "preview", reading] satisfies Key,
  queryFn: () => ask(api.v1.imports[":id"].preview.$get({ param: { id } })),
});

/** Sends the file as it is; returns the import that waits for its columns. */
export async function uploadFile(file: File, signal: AbortSignal): Promise<{ readonly id: string }> {
  const response = await send(`/api/v1/imports?fileName=${encodeURIComponent(file.name.slice(-200))}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
    signal,
  });
  await check(response);
  const { id }: { id: string } = await response.json();
  return { id };
}
