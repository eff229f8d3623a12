// What the page of reminders asks the API.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { readAll } from "../../data/read-all.ts";
import { mergeShifts } from "./asked-shift.ts";

const group = api.v1.helplines[":id"];

export type Asking = InferResponseType<(typeof group)["askings"]["$get"]>["data"][number];
export type Occurrence = InferResponseType<(typeof group)["occurrences"]["$get"]>["data"][number];

const DAY_MS = 86_400_000;
/** Longer ago nobody asks who was reminded. */
const PAST_DAYS = 30;

/** The shifts of the week to come with who was asked about them, or of the month that is over. `now` in epoch milliseconds. */
export const shiftsQuery = (id: string, isPast: boolean, now: number) =>
  queryOptions({
    queryKey: ["askings", id, isPast ? new Date(now).toISOString().slice(0, 13) : "coming"] satisfies Key,
    queryFn: async () => {
      const param = { id };
      const window = isPast ? { from: iso(now - PAST_DAYS * DAY_MS), to: iso(now) } : {};
      const [askings, occurrences] = await Promise.all([
        readAll<Asking>((query) => ask(group.askings.$get({ param, query: { ...query, ...window } }))),
        isPast
          ? []
          : readAll<Occurrence>((query) =>
              ask(group.occurrences.$get({ param, query: { ...query, ...window } })),
            ),
      ]);
      const shifts = mergeShifts(occurrences, askings);
      return isPast ? shifts.toReversed() : shifts;
    },
    placeholderData: keepPreviousData,
  });

export function remind(id: string, { shiftId, date }: { readonly shiftId: string; readonly date: string }) {
  return ask(group.shifts[":shiftId"].remind.$post({ param: { id, shiftId }, json: { date } }));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
