// What the first page asks for: the day at a glance, and everything that needs somebody.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { useMay } from "../../data/use-session.ts";

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
/** More are told by their number, or on a page of their own. */
const FEW = "5";

const readGlance = () => ask(api.v1.home.$get({ query: { zone: HERE } }));
export type Glance = Awaited<ReturnType<typeof readGlance>>;
export type TroubledMessage = Glance["trouble"]["messages"][number];

export function useGlance() {
  return useQuery({ queryKey: ["conversations", "home", HERE] satisfies Key, queryFn: readGlance });
}

const readDoubts = () => ask(api.v1.notices.$get({ query: { kind: "doubtful", limit: FEW } }));
export type Doubt = Awaited<ReturnType<typeof readDoubts>>["data"][number];

export function useDoubts() {
  return useQuery({ queryKey: ["notices", "doubtful"] satisfies Key, queryFn: readDoubts });
}

const readAlarms = () => ask(api.v1.alarms.$get({ query: { limit: FEW } }));
export type Alarm = Awaited<ReturnType<typeof readAlarms>>["data"][number];

export function useAlarms() {
  return useQuery({ queryKey: ["alarms", "open"] satisfies Key, queryFn: readAlarms });
}

const readLetters = () => ask(api.v1["dead-letters"].$get({ query: { limit: FEW } }));
export type Letter = Awaited<ReturnType<typeof readLetters>>["data"][number];

/** Owners only: what is in them is nobody else's business. */
export function useLetters() {
  const mayRead = useMay("owner");
  return useQuery({
    queryKey: ["dead-letters", "lying"] satisfies Key,
    queryFn: readLetters,
    enabled: mayRead,
  });
}

/** What is missing before this works as it should. */
export function useSetup() {
  return useQuery({
    queryKey: ["settings", "setup"] satisfies Key,
    queryFn: () => ask(api.v1.setup.$get()),
    retry: false,
  });
}

const readCampaigns = (state: "sending" | "paused") =>
  ask(api.v1.campaigns.$get({ query: { state, limit: FEW } }));
export type RunningCampaign = Awaited<ReturnType<typeof readCampaigns>>["data"][number];

export function useRunning() {
  return useQuery({
    queryKey: ["campaigns", "running"] satisfies Key,
    queryFn: async () => {
      const [sending, paused] = await Promise.all([readCampaigns("sending"), readCampaigns("paused")]);
      return [...sending.data, ...paused.data];
    },
  });
}

export function useProgress(id: string) {
  return useQuery({
    queryKey: ["campaigns", id, "figures"] satisfies Key,
    queryFn: () => ask(api.v1.campaigns[":id"].figures.$get({ param: { id } })),
  });
}

const RECENT = "6";
const readRecent = () => ask(api.v1.responses.$get({ query: { limit: RECENT } }));
export type RecentAnswer = Awaited<ReturnType<typeof readRecent>>["data"][number];

export function useRecent() {
  return useQuery({ queryKey: ["responses", "recent"] satisfies Key, queryFn: readRecent });
}

/** Among so many one was published or sent, or this is the beginning. */
const NEWEST = "20";

/** Whether there is anything yet of what one needs to hear answers; a draft is not heard of by anybody. */
export function useBeginnings() {
  return useQuery({
    queryKey: ["contacts", "beginnings"] satisfies Key,
    queryFn: async () => {
      const one = { query: { limit: "1" } };
      const [lines, flows, contacts, campaigns, responses] = await Promise.all([
        ask(api.v1.lines.$get(one)),
        ask(api.v1.flows.$get({ query: { limit: NEWEST } })),
        ask(api.v1.contacts.$get(one)),
        ask(api.v1.campaigns.$get({ query: { limit: NEWEST } })),
        ask(api.v1.responses.$get(one)),
      ]);
      return {
        line: isThere(lines),
        flow: isThere(responses) || flows.data.some(({ published }) => published !== null),
        contacts: isThere(contacts),
        campaign: isThere(responses) || campaigns.data.some(({ state }) => state !== "draft"),
      };
    },
  });
}

function isThere({ data }: { readonly data: readonly unknown[] }): boolean {
  return data.length > 0;
}
