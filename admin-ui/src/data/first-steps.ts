// How far a new group is on its way to its first call.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";

export const FIRST_STEPS = ["volunteers", "shifts", "call"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What is to be done next; null once somebody has called, and where nobody can tell. Undefined until it is known. */
export function useNextStep(groupId: string): FirstStep | null | undefined {
  const made = useQuery({
    queryKey: ["helplines", groupId, "first-steps"] satisfies Key,
    queryFn: () => readMade(groupId),
  });
  const called = useQuery({
    queryKey: ["calls", "first", groupId] satisfies Key,
    queryFn: async () => isAny(await ask(api.v1.calls.$get({ query: { helplineId: groupId, limit: "1" } }))),
  });
  if (made.isPending || called.isPending) return undefined;
  return called.data === false ? (made.data ?? null) : null;
}

async function readMade(groupId: string): Promise<FirstStep> {
  const [volunteers, shifts] = await Promise.all([
    ask(api.v1.volunteers.$get({ query: { helpline: groupId, limit: "1" } })),
    ask(api.v1.helplines[":id"].shifts.$get({ param: { id: groupId }, query: { limit: "1" } })),
  ]);
  if (!isAny(volunteers)) return "volunteers";
  return isAny(shifts) ? "call" : "shifts";
}

function isAny({ data }: { readonly data: readonly unknown[] }): boolean {
  return data.length > 0;
}
