// Hours of the next week in which a shift takes place and nobody is on it who can be called.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import { useGroups } from "../../data/helplines.ts";
import type { Key } from "../../data/queries.ts";

const SHOWN_MAX = 4;

export interface OpenGap {
  readonly groupId: string;
  readonly group: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The soonest first. */
export function useGaps() {
  const { data: groups } = useGroups();
  return useQuery({
    queryKey: ["helplines", "gaps", groups?.map(({ id }) => id)] satisfies Key,
    enabled: groups !== undefined,
    queryFn: async (): Promise<{ readonly gaps: readonly OpenGap[]; readonly count: number }> => {
      const found = await Promise.all(
        (groups ?? []).map(async ({ id, name, zone }) => {
          const { data } = await ask(api.v1.helplines[":id"].gaps.$get({ param: { id }, query: {} }));
          return data
            .filter(({ isOpen }) => isOpen)
            .map(({ startsAt, endsAt }) => ({ groupId: id, group: name, zone, startsAt, endsAt }));
        }),
      );
      const all = found.flat().toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
      return { gaps: all.slice(0, SHOWN_MAX), count: all.length };
    },
  });
}
