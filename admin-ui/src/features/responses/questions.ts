// What the pages of responses ask the API.
import type { Flow } from "#core/conversation/flow";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { usePages } from "../../data/use-pages.ts";
import { toQuery } from "./sought.ts";
import type { Sought } from "./sought.ts";

const ROWS = "50";

const readFlow = (id: string) => ask(api.v1.flows[":id"].$get({ param: { id } }));

export function useFlow(flowId: string) {
  return useQuery({ queryKey: ["flows", "one", flowId] satisfies Key, queryFn: () => readFlow(flowId) });
}

/** What is published; null where nothing is. Its questions are the columns. */
export function useDocument(flowId: string, number: number | null) {
  return useQuery({
    queryKey: ["flows", flowId, "version", number] satisfies Key,
    queryFn: () =>
      ask(
        api.v1.flows[":id"].versions[":number"].$get({ param: { id: flowId, number: String(number ?? 0) } }),
      ),
    enabled: number !== null,
    // What was published has been parsed; on its way its types became those of JSON.
    select: ({ document }) => document as unknown as Flow,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const readResponses = (flowId: string, sought: Sought, cursor: string | undefined) =>
  ask(
    api.v1.responses.$get({
      query: { flow: flowId, limit: ROWS, ...toQuery(sought), ...(cursor !== undefined && { cursor }) },
    }),
  );
export type Response = Awaited<ReturnType<typeof readResponses>>["data"][number];

export function useResponses(flowId: string, sought: Sought) {
  const { from, to, ended, q, answer, value, by, up } = sought;
  return usePages<Response>(
    ["responses", "list", flowId, { from, to, ended, q, answer, value, by, up }],
    (cursor) => readResponses(flowId, sought, cursor),
  );
}

const readResponse = (id: string) => ask(api.v1.responses[":id"].$get({ param: { id } }));
export type WholeResponse = Awaited<ReturnType<typeof readResponse>>;

export function useResponse(id: string) {
  return useQuery({ queryKey: ["responses", "one", id] satisfies Key, queryFn: () => readResponse(id) });
}

type Period = Pick<ReturnType<typeof toQuery>, "from" | "to">;

export function useRates(flowId: string, period: Period) {
  return useQuery({
    queryKey: ["responses", "rates", flowId, period] satisfies Key,
    queryFn: () => ask(api.v1.flows[":id"].rates.$get({ param: { id: flowId }, query: period })),
  });
}

export function useDropOff(flowId: string, period: Period) {
  return useQuery({
    queryKey: ["responses", "drop-off", flowId, period] satisfies Key,
    queryFn: () => ask(api.v1.flows[":id"]["drop-off"].$get({ param: { id: flowId }, query: period })),
  });
}

export function useAnswerCounts(flowId: string, period: Period) {
  return useQuery({
    queryKey: ["responses", "answers", flowId, period] satisfies Key,
    queryFn: () => ask(api.v1.flows[":id"].answers.$get({ param: { id: flowId }, query: period })),
  });
}
