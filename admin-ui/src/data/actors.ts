// What the people who work here are called, by the ids that the audit trail knows them by.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { readAll } from "./read-all.ts";

const readStaff = () => readAll((query) => ask(api.v1.staff.$get({ query })));

/** Everybody who works here, whoever may sign in at present. */
export function useStaff() {
  return useQuery({ queryKey: ["staff", "all"] satisfies Key, queryFn: readStaff });
}

/** `owner`, `staff:<id>` and `token:<id>` as a name to show. */
export function useActorName(): (id: string) => string {
  const { data = [] } = useStaff();
  return (id) => {
    if (id === "owner") return "The owner";
    if (id === "partyline") return "Partyline";
    if (id.startsWith("token:")) return "An API token";
    return data.find((one) => `staff:${one.id}` === id)?.name ?? "Somebody who left";
  };
}
