// Groups and their volunteers, as several pages ask for them.
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { readAll } from "./read-all.ts";

export type Group = InferResponseType<(typeof api.v1.helplines)[":id"]["$get"]>;
export type Volunteer = InferResponseType<(typeof api.v1.volunteers)[":id"]["$get"]>;

/** Every group in use, by name. */
export function useGroups() {
  return useQuery({
    queryKey: ["helplines", "all"] satisfies Key,
    queryFn: async () => byName(await readAll<Group>((query) => ask(api.v1.helplines.$get({ query })))),
  });
}

export function useGroup(id: string) {
  return useQuery({
    queryKey: ["helplines", id] satisfies Key,
    queryFn: () => ask(api.v1.helplines[":id"].$get({ param: { id } })),
  });
}

/** Every volunteer, by name; `removed` ones instead, whose names past shifts still bear. */
export function useVolunteers(removed = false) {
  return useQuery({
    queryKey: ["helplines", "volunteers", { removed }] satisfies Key,
    queryFn: async () =>
      byName(
        await readAll<Volunteer>((query) =>
          ask(api.v1.volunteers.$get({ query: { ...query, removed: String(removed) } })),
        ),
      ),
  });
}

function byName<Named extends { readonly name: string }>(rows: readonly Named[]): readonly Named[] {
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}
