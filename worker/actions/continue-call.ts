// What follows from what happened to a call: its object decides, D1 is not asked.
import type { CallEvent } from "#core/helpline/event";
import { apologise, sayThanks } from "#core/helpline/route";
import type { Script } from "#core/helpline/script";
import { within } from "../deadline.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { holdForCall } from "./hold-for-call.ts";
import { ANSWER_LIMIT_MS } from "./route-call.ts";

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
  const step = async (): Promise<Script> => {
    if (helplineId === null) throw new Error("the URL names no helpline");
    const now = services.clock.now();
    const script = await services.helpline(helplineId).step({ sid, event, now });
    return holdForCall(services, helplineId, sid, script, now);
  };
  try {
    return await within(ANSWER_LIMIT_MS, step());
  } catch (error) {
    services.log.error("call-not-continued", { sid, helplineId, error: describeError(error) });
    // Whoever has talked with somebody, or left a message, is not asked for one.
    const isSaid = event.kind === "recorded" || (event.kind === "dialled" && event.isBridged);
    return isSaid ? sayThanks(language) : apologise(language);
  }
}
