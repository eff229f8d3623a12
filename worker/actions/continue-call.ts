// What follows from what happened to a call: its object decides, D1 is not asked.
import type { CallEvent } from "#core/helpline/event";
import { apologise, sayThanks } from "#core/helpline/route";
import type { Script } from "#core/helpline/script";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { holdForCall } from "./hold-for-call.ts";

/** Which call, and what is spoken with the caller. */
export interface CallPlace {
  readonly helplineId: string | null;
  readonly sid: string;
  readonly language: string;
}

/** What the caller hears next. Never silence: whatever fails on our side, they can leave a message. */
export async function continueCall(
  services: Services,
  { helplineId, sid, language }: CallPlace,
  event: CallEvent,
): Promise<Script> {
  try {
    if (helplineId === null) throw new Error("the URL names no helpline");
    const now = services.clock.now();
    const script = await services.helpline(helplineId).step({ sid, event, now });
    return await holdForCall(services, helplineId, sid, script, now);
  } catch (error) {
    services.log.error("call-not-continued", { sid, helplineId, error: describeError(error) });
    return event.kind === "recorded" ? sayThanks(language) : apologise(language);
  }
}
