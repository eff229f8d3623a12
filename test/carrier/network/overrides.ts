// The connection overrides a webhook URL may carry as its fragment: `#rc=2&rp=5xx,ct,rt`.

export type RetryPolicy = "4xx" | "5xx" | "ct" | "rt" | "all";

export type Overrides = {
  /** The URL as it is called and signed: without the fragment. */
  url: string;
  retries: number;
  policies: ReadonlySet<RetryPolicy>;
  readTimeoutMs: number;
  totalTimeoutMs: number;
};

/** Twilio gives a webhook 15 s in all, retries included; an override can only shorten it. */
export const WEBHOOK_LIMIT_MS = 15_000;
const SHORTEST_TIMEOUT_MS = 100;
const RETRIES_MAX = 5;
const POLICIES: ReadonlySet<string> = new Set(["4xx", "5xx", "ct", "rt", "all"]);

/** Reads the overrides; by default one retry, and only where the connection itself failed. */
export function readOverrides(address: string): Overrides {
  const [url = "", fragment = ""] = address.split("#", 2);
  const given = new URLSearchParams(fragment);
  const policies = (given.get("rp") ?? "ct").split(",").filter(isPolicy);
  return {
    url,
    retries: within(given.get("rc"), 0, RETRIES_MAX, 1),
    policies: new Set(policies),
    readTimeoutMs: within(given.get("rt"), SHORTEST_TIMEOUT_MS, WEBHOOK_LIMIT_MS, WEBHOOK_LIMIT_MS),
    totalTimeoutMs: within(given.get("tt"), SHORTEST_TIMEOUT_MS, WEBHOOK_LIMIT_MS, WEBHOOK_LIMIT_MS),
  };
}

function isPolicy(word: string): word is RetryPolicy {
  return POLICIES.has(word);
}

function within(text: string | null, least: number, most: number, otherwise: number): number {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
}
