// What the pages of calls ask the API.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { CallOutcome } from "#core/helpline/call";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import type { Span } from "./choices.ts";
import { boundsOf } from "./words.ts";

export type Call = InferResponseType<(typeof api.v1.calls)[":id"]["$get"]>;

const DAY_MS = 86_400_000;
/** What began since the page last looked at the clock counts as well. */
const JUST_NOW_MS = 60_000;
/** More than any group has at once; who waits is rung one after the other. */
const LIVE_MAX = "50";

export interface Sought {
  readonly group?: string;
  readonly day?: string;
  readonly outcome?: CallOutcome;
}

export function readCalls({ group, day, outcome }: Sought, cursor: string | undefined) {
  return ask(
    api.v1.calls.$get({
      query: {
        ...(group !== undefined && { helplineId: group }),
        ...(outcome !== undefined && { outcome }),
        ...(day !== undefined && boundsOf(day)),
        ...(cursor !== undefined && { cursor }),
      },
    }),
  );
}

export const liveCalls = queryOptions({
  queryKey: ["calls", "live"] satisfies Key,
  queryFn: () => ask(api.v1.calls.$get({ query: { live: "true", limit: LIVE_MAX } })),
});

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ["calls", id] satisfies Key,
    queryFn: () => ask(api.v1.calls[":id"].$get({ param: { id } })),
  });

/** `now` by the product's clock, epoch milliseconds. */
export const figuresQuery = (id: string, span: Span, now: number) =>
  queryOptions({
    queryKey: ["calls", "figures", id, span, hourOf(now)] satisfies Key,
    queryFn: () => {
      const query = { from: iso(now - Number(span) * DAY_MS), to: iso(now + JUST_NOW_MS) };
      return ask(api.v1.helplines[":id"]["call-figures"].$get({ param: { id }, query }));
    },
    placeholderData: keepPreviousData,
  });

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** So long the same window is good enough. */
function hourOf(at: number): string {
  return iso(at).slice(0, 13);
}
