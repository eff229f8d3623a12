// A group's rota around a week, worked out in the page by the very rules that calls go by.
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { datesAround } from "#core/rota/occurrences";
import type { Override, Rota, Shift } from "#core/rota/rota";
import { api, ask } from "../../data/api.ts";
import type { Group } from "../../data/helplines.ts";
import type { Key } from "../../data/queries.ts";
import { readAll } from "../../data/read-all.ts";
import type { Week } from "./week.ts";

type OverrideView = InferResponseType<(typeof api.v1.helplines)[":id"]["overrides"]["$get"]>["data"][number];

/** The group's weekly shifts, and what is different on the dates around a week. */
export function useRota(group: Group, { from, to }: Pick<Week, "from" | "to">) {
  const { id, zone, holidays } = group;
  const { first, last } = datesAround(from, to);
  const shifts = useQuery({
    queryKey: ["helplines", id, "shifts"] satisfies Key,
    queryFn: () => readShifts(id),
  });
  const overrides = useQuery({
    queryKey: ["helplines", id, "overrides", first] satisfies Key,
    queryFn: () =>
      readAll<OverrideView>((query) =>
        ask(
          api.v1.helplines[":id"].overrides.$get({
            param: { id },
            query: { ...query, from: first, to: last },
          }),
        ),
      ),
  });
  const rota: Rota | null =
    shifts.data === undefined || overrides.data === undefined
      ? null
      : { zone, holidays, shifts: shifts.data, overrides: overrides.data.map(toOverride) };
  return {
    rota,
    problem: shifts.error ?? overrides.error,
    retry: () => Promise.all([shifts.refetch(), overrides.refetch()]),
  };
}

export function readShifts(id: string): Promise<readonly Shift[]> {
  return readAll<Shift>((query) => ask(api.v1.helplines[":id"].shifts.$get({ param: { id }, query })));
}

/** As the core has it. */
function toOverride({ madeAt, madeBy: _by, ...override }: OverrideView): Override {
  return { ...override, at: Date.parse(madeAt) };
}

/** Who of a group is on now, by the product's own clock. */
export function useOnCall(id: string, at: string | undefined) {
  return useQuery({
    queryKey: ["helplines", id, "on", at ?? "now"] satisfies Key,
    queryFn: () =>
      ask(api.v1.helplines[":id"].on.$get({ param: { id }, query: at === undefined ? {} : { at } })),
  });
}
