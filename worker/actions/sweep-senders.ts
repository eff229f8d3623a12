// Wakes every line's Sender whose time has passed: an alarm or a page that was lost, or a jump of the demo's clock.
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** Returns how many were woken; one that cannot be stops no other. */
export async function sweepSenders(services: Services): Promise<number> {
  const now = services.clock.now();
  const { results } = await services.d1
    .prepare(
      // The record of a timer may still be on its way; whoever is sending is asked in any case, and knows best.
      `SELECT line_id AS lineId FROM sender_timers WHERE due_at <= ?
       UNION SELECT line_id FROM campaigns WHERE state IN ('scheduled', 'sending')`,
    )
    .bind(now)
    .all<{ lineId: string }>();
  const ticks = await Promise.allSettled(results.map(({ lineId }) => services.sender(lineId).tick({ now })));
  for (const [index, tick] of ticks.entries()) {
    if (tick.status === "fulfilled") continue;
    services.log.error("sender-not-woken", {
      lineId: results[index]?.lineId,
      error: describeError(tick.reason),
    });
  }
  return ticks.filter(({ status }) => status === "fulfilled").length;
}
