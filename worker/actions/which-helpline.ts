// Which helpline a number belongs to, for what Twilio reports without any words of ours in the URL.
import { findHelplineIdByNumber } from "../db/helplines.ts";
import type { Services } from "../services.ts";

/** What this isolate has seen lately; a number changes its group rarely, and the group then does not know the call. */
const seen = new Map<string, string>();
const SEEN_MAX = 1_000;

export function noteNumber(number: string, helplineId: string): void {
  if (seen.size >= SEEN_MAX) seen.clear();
  seen.set(number, helplineId);
}

/** Who may know a call to this number, the likeliest first: asked one after the other until one does. */
export async function* whichHelplines(services: Services, number: string): AsyncGenerator<string> {
  const likely = seen.get(number);
  if (likely !== undefined) yield likely;
  const helplineId = await findHelplineIdByNumber(services.d1, number);
  if (helplineId !== null && helplineId !== likely) yield helplineId;
}
