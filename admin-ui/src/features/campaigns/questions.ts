// What the pages of campaigns ask the API.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CampaignConfig } from "#core/campaign/campaign";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const one = api.v1.campaigns[":id"];
const ofId = (id: string) => ({ param: { id } });

/** The routes' types lose how filters nest; the API gives the config as it is. */
export type Campaign = Omit<Given, "config"> & { readonly config: CampaignConfig };
type Given = Awaited<ReturnType<typeof readGiven>>;
export type Forecast = Awaited<ReturnType<typeof readForecast>>;
export type Figures = Awaited<ReturnType<typeof readFigures>>;
export type Finding = Forecast["findings"][number];

const readGiven = (id: string) => ask(one.$get(ofId(id)));
const readCampaign = async (id: string) => toCampaign(await readGiven(id));
const readForecast = (id: string) => ask(one.forecast.$get(ofId(id)));
const readFigures = (id: string) => ask(one.figures.$get(ofId(id)));

export function toCampaign(given: Given): Campaign {
  return given as Campaign;
}

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ["campaigns", id] satisfies Key, queryFn: () => readCampaign(id) });

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ["campaigns", id, "figures"] satisfies Key,
    queryFn: () => readFigures(id),
    placeholderData: keepPreviousData,
  });

/**
 * Made anew for each revision. Kept under segments, since making it changes the campaign: news of that must not ask for
 * it again and again.
 */
export const forecastQuery = (id: string, revision: number, isEditor: boolean) =>
  queryOptions({
    queryKey: ["segments", "forecast", id, revision] satisfies Key,
    queryFn: () => (isEditor ? ask(one.forecast.$post(ofId(id))) : readForecast(id)),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const checkQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ["segments", "check", id, revision] satisfies Key,
    queryFn: () => ask(one.check.$post(ofId(id))),
    placeholderData: keepPreviousData,
  });

export const previewQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ["segments", "preview", id, revision] satisfies Key,
    queryFn: () => ask(one.preview.$get({ ...ofId(id), query: { limit: "20" } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
