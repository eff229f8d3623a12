// What the pages of funnels ask the API.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FunnelConfig } from "#core/funnel/funnel";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const one = api.v1.funnels[":id"];
const ofId = (id: string) => ({ param: { id } });

export type Funnel = Awaited<ReturnType<typeof readFunnel>>;
export type Counts = Awaited<ReturnType<typeof readCounts>>;
export type DropOff = Awaited<ReturnType<typeof readDropOff>>;
export type FunnelProblem = Awaited<ReturnType<typeof check>>["problems"][number];

const readFunnel = (id: string) => ask(one.$get(ofId(id)));
const readCounts = (id: string) => ask(one.counts.$get(ofId(id)));
const readDropOff = (id: string) => ask(one["drop-off"].$get({ ...ofId(id), query: {} }));
const check = (id: string, config: FunnelConfig) => ask(one.check.$post({ ...ofId(id), json: { config } }));

export const funnelQuery = (id: string) =>
  queryOptions({ queryKey: ["funnels", id] satisfies Key, queryFn: () => readFunnel(id) });

export const countsQuery = (id: string) =>
  queryOptions({ queryKey: ["funnels", id, "counts"] satisfies Key, queryFn: () => readCounts(id) });

export const dropOffQuery = (id: string) =>
  queryOptions({ queryKey: ["funnels", id, "drop-off"] satisfies Key, queryFn: () => readDropOff(id) });

/** Of what is on the form, saved or not. */
export const checkQuery = (id: string, config: FunnelConfig) =>
  queryOptions({
    queryKey: ["flows", "funnel-check", id, config] satisfies Key,
    queryFn: () => check(id, config),
    placeholderData: keepPreviousData,
    retry: false,
  });
