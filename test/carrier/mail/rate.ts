// Resend's limit of requests in a second, and the headers that tell of it.
import type { Office } from "./office.ts";
import { outage } from "./problem.ts";

const WINDOW_MS = 1_000;

/** Counts the request in; throws a 429 where it is one too many. */
export function limitRate(office: Office): void {
  const { ratePerS } = office.options;
  if (ratePerS === undefined) return;
  forget(office);
  if (office.recent.length >= ratePerS) throw outage(429, 1);
  office.recent.push(office.clock.now());
}

/** Empty where nothing is limited. */
export function rateHeaders(office: Office): readonly (readonly [name: string, value: string])[] {
  const { ratePerS } = office.options;
  if (ratePerS === undefined) return [];
  return [
    ["ratelimit-limit", String(ratePerS)],
    ["ratelimit-remaining", String(Math.max(0, ratePerS - office.recent.length))],
    ["ratelimit-reset", "1"],
  ];
}

/** Whatever is not of this second, whichever way the clock was moved. */
function forget(office: Office): void {
  const now = office.clock.now();
  const kept = office.recent.filter((at) => Math.abs(now - at) < WINDOW_MS);
  office.recent.splice(0, office.recent.length, ...kept);
}
