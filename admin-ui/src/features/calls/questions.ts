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

export const figuresQuery = (id: string, span: Span) =>
  queryOptions({
    queryKey: ["calls", "figures", id, span] satisfies Key,
    queryFn: () => {
      const from = new Date(Date.now() - Number(span) * DAY_MS).toISOString();
      return ask(api.v1.helplines[":id"]["call-figures"].$get({ param: { id }, query: { from } }));
    },
    placeholderData: keepPreviousData,
  });
