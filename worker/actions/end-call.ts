// A call is over: whoever was held for it is free, and it is written down.
import type { Services } from "../services.ts";
import { freeAfterCall } from "./hold-for-call.ts";
import { whichHelplines } from "./which-helpline.ts";

/** The end of a call that no group knows is nobody's business: a wrong number, or one that ended long ago. */
export async function endCall(services: Services, { sid, to }: { sid: string; to: string }): Promise<void> {
  const now = services.clock.now();
  for await (const helplineId of whichHelplines(services, to)) {
    const freed = await services.helpline(helplineId).end({ sid, now });
    if (freed !== null) return freeAfterCall(services, sid, freed);
  }
}
