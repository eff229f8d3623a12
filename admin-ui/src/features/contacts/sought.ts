// Which contacts the page is about, as its address says it, and as the API is asked.
import { fromLocal } from "../../ui/local-time.ts";

export const STANDINGS = ["opted-in", "granted", "unknown", "suppressed", "opted-out"] as const;
export const CHANNELS = ["sms", "whatsapp", "chat"] as const;
export const ORDERS = ["newest", "oldest", "name"] as const;

export interface Sought {
  readonly q?: string | undefined;
  readonly tag?: string | undefined;
  readonly funnel?: string | undefined;
  readonly category?: string | undefined;
  readonly consent?: (typeof STANDINGS)[number] | undefined;
  readonly channel?: (typeof CHANNELS)[number] | undefined;
  readonly language?: string | undefined;
  /** Days of the viewer's calendar, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: (typeof ORDERS)[number] | undefined;
}

/** The query of a page. */
export function toQuery(sought: Sought): Record<string, string> {
  const { q, tag, funnel, category, consent, channel, language, from, to, sort } = sought;
  const given = {
    q,
    tag,
    funnel,
    category: funnel === undefined ? undefined : category,
    standing: consent,
    channel,
    reach: channel,
    language,
    createdFrom: from === undefined ? undefined : fromLocal(`${from}T00:00`),
    createdBefore: to === undefined ? undefined : fromLocal(`${dayAfter(to)}T00:00`),
    sort,
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function isFiltered(sought: Sought): boolean {
  return Object.values({ ...sought, sort: undefined }).some((value) => value !== undefined);
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
