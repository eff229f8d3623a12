// One contact, and what they decided.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";

const readContact = (id: string) => ask(api.v1.contacts[":id"].$get({ param: { id } }));
export type Contact = Awaited<ReturnType<typeof readContact>>;
export type Address = Contact["addresses"][number];

export function useContact(id: string) {
  return useQuery({ queryKey: ["contacts", id] satisfies Key, queryFn: () => readContact(id) });
}

const readConsents = (id: string, cursor: string | undefined) =>
  ask(
    api.v1.contacts[":id"].consents.$get({
      param: { id },
      query: { limit: "20", ...(cursor !== undefined && { cursor }) },
    }),
  );
export type Consent = Awaited<ReturnType<typeof readConsents>>["data"][number];

export function useConsents(id: string) {
  return usePages<Consent>(["contacts", id, "consents"], (cursor) => readConsents(id, cursor));
}

export type Change = Parameters<(typeof api.v1.contacts)[":id"]["$patch"]>[0]["json"];

/** Only what is named changes; null clears. */
export function useChange(id: string, onSaved?: () => unknown, isQuiet = false) {
  return useSave({
    save: (json: Change) => ask(api.v1.contacts[":id"].$patch({ param: { id }, json })),
    touches: ["contacts", "segments"],
    isQuiet,
    ...(onSaved !== undefined && { onSaved }),
  });
}
