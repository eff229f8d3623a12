// What the page of voicemails asks the API, and what it tells it.
import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const one = api.v1.voicemails[":id"];

export type Voicemail = InferResponseType<(typeof one)["$get"]>;

export function readVoicemails(
  { group, isHeard }: { readonly group: string | undefined; readonly isHeard: boolean },
  cursor: string | undefined,
) {
  return ask(
    api.v1.voicemails.$get({
      query: {
        heard: String(isHeard),
        ...(group !== undefined && { helplineId: group }),
        ...(cursor !== undefined && { cursor }),
      },
    }),
  );
}

export const voicemailQuery = (id: string) =>
  queryOptions({
    queryKey: ["voicemails", id] satisfies Key,
    queryFn: () => ask(one.$get({ param: { id } })),
  });

/** How many days sound and words are kept. */
export const keepingQuery = queryOptions({
  queryKey: ["settings", "keeping"] satisfies Key,
  queryFn: async () => (await ask(api.v1.settings.$get())).retention.media,
});

/** What staff can say of a message. */
export type Mark = "heard" | "not-heard" | "done" | "not-done";

export function mark(id: string, as: Mark): Promise<Voicemail> {
  const param = { id };
  switch (as) {
    case "heard":
      return ask(one.heard.$post({ param }));
    case "not-heard":
      return ask(one.heard.$delete({ param }));
    case "done":
      return ask(one.done.$post({ param }));
    case "not-done":
      return ask(one.done.$delete({ param }));
    default:
      return as satisfies never;
  }
}

export function remove(id: string) {
  return ask(one.$delete({ param: { id } }));
}
