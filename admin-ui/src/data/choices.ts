// What many forms choose from: lines, flows, templates, segments; those that are in use.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { readAll } from "./read-all.ts";

export type LineChoice = Awaited<ReturnType<typeof readLines>>[number];
export type FlowChoice = Awaited<ReturnType<typeof readFlows>>[number];
export type TemplateChoice = Awaited<ReturnType<typeof readTemplates>>[number];
export type SegmentChoice = Awaited<ReturnType<typeof readSegments>>[number];

const readLines = () => readAll((query) => ask(api.v1.lines.$get({ query })));
const readFlows = () => readAll((query) => ask(api.v1.flows.$get({ query })));
const readTemplates = () => readAll((query) => ask(api.v1.templates.$get({ query })));
const readSegments = () => readAll((query) => ask(api.v1.segments.$get({ query })));
const readCampaigns = () => readAll((query) => ask(api.v1.campaigns.$get({ query })));

export function useCampaigns() {
  return useQuery({ queryKey: ["campaigns", "choices"] satisfies Key, queryFn: readCampaigns });
}

const readFunnels = () => readAll((query) => ask(api.v1.funnels.$get({ query })));

export function useFunnels() {
  return useQuery({ queryKey: ["funnels", "choices"] satisfies Key, queryFn: readFunnels });
}

export function useLines() {
  return useQuery({ queryKey: ["lines", "choices"] satisfies Key, queryFn: readLines });
}

export function useFlows() {
  return useQuery({ queryKey: ["flows", "choices"] satisfies Key, queryFn: readFlows });
}

export function useTemplates() {
  return useQuery({ queryKey: ["templates", "choices"] satisfies Key, queryFn: readTemplates });
}

export function useSegments() {
  return useQuery({ queryKey: ["segments", "choices"] satisfies Key, queryFn: readSegments });
}

const readImports = () => readAll((query) => ask(api.v1.imports.$get({ query })));

export function useImports() {
  return useQuery({ queryKey: ["imports", "choices"] satisfies Key, queryFn: readImports });
}
