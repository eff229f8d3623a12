// A volunteer's telephone was picked up, or something else happened to it.
import type { LegEvent } from "#core/helpline/event";
import type { Act } from "#core/helpline/script";
import { within } from "../deadline.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import type { CallPlace } from "./continue-call.ts";
import { freeAfterCall, hold } from "./hold-for-call.ts";
import { ANSWER_LIMIT_MS } from "./route-call.ts";

/** What the volunteer hears; nothing = they are put through. Where we fail their leg is hung up, and the next one is rung. */
export async function answerLeg(
  services: Services,
  place: CallPlace,
  event: LegEvent,
): Promise<readonly Act[]> {
  try {
    return await within(ANSWER_LIMIT_MS, tellLeg(services, place, event));
  } catch (error) {
    services.log.error("leg-not-answered", { sid: place.sid, error: describeError(error) });
    return [{ kind: "hang-up" }];
  }
}

/** The same without an excuse, for callbacks that Twilio repeats where we fail. */
export async function tellLeg(
  services: Services,
  { helplineId, sid }: CallPlace,
  event: LegEvent,
): Promise<readonly Act[]> {
  const now = services.clock.now();
  const script = helplineId === null ? null : await services.helpline(helplineId).leg({ sid, event, now });
  if (script === null) return [{ kind: "hang-up" }];
  await freeAfterCall(services, sid, script.release);
  // They talk now: nobody rings them as long as they do.
  if (script.lease !== null) await hold(services, sid, script.lease, now);
  return script.acts;
}
