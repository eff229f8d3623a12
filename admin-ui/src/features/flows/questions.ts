// What the pages of flows ask the API.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { readAll } from "../../data/read-all.ts";

/** More than anybody keeps of these: lists to choose from are read in one go. */
const ALL = "100";

export const readFlow = (id: string) => ask(api.v1.flows[":id"].$get({ param: { id } }));
export type FlowWithDraft = Awaited<ReturnType<typeof readFlow>>;

/** By id or slug. */
export function useFlow(id: string) {
  return useQuery({ queryKey: ["flows", "one", id] satisfies Key, queryFn: () => readFlow(id) });
}

/** Flows to go on with, by name. */
export function useFlowNames() {
  return useQuery({
    queryKey: ["flows", "names"] satisfies Key,
    queryFn: async () => (await ask(api.v1.flows.$get({ query: { limit: ALL } }))).data,
  });
}

export function useLines() {
  return useQuery({
    queryKey: ["lines", "names"] satisfies Key,
    queryFn: async () => (await ask(api.v1.lines.$get({ query: { limit: ALL } }))).data,
  });
}

/** The words that start this flow, and where. */
export function useTriggers(flowId: string) {
  return useQuery({
    queryKey: ["lines", "triggers", flowId] satisfies Key,
    queryFn: async () => (await ask(api.v1.triggers.$get({ query: { flow: flowId, limit: ALL } }))).data,
  });
}

/** Every word that starts something on this line; none is asked for where no line is chosen. */
export function useTriggersOn(lineId: string | null) {
  return useQuery({
    queryKey: ["lines", lineId, "triggers"] satisfies Key,
    queryFn: () => readAll((query) => ask(api.v1.triggers.$get({ query: { ...query, line: lineId ?? "" } }))),
    enabled: lineId !== null,
  });
}

export function useVersion(flowId: string, number: number | null) {
  return useQuery({
    queryKey: ["flows", flowId, "version", number] satisfies Key,
    queryFn: () =>
      ask(
        api.v1.flows[":id"].versions[":number"].$get({ param: { id: flowId, number: String(number ?? 0) } }),
      ),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
