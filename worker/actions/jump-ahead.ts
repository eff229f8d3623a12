// The demo's clock jumps ahead; whoever calls this runs what has come due.
import type { Actor } from "../actor.ts";
import { advanceDemoClock } from "../clock.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { recordDeed } from "./write-as.ts";

/** Returns the new now. Throws `not_found` where this is no demo. */
export async function jumpAhead(services: Services, actor: Actor, advanceMs: number): Promise<number> {
  if (!services.settings.DEMO) throw notFound("demo", "clock");
  const now = await advanceDemoClock(services.d1, advanceMs);
  await recordDeed(services, actor, {
    action: "demo.jump",
    subject: { kind: "demo", id: "clock" },
    detail: { advanceMs },
  });
  return now;
}
