// Wakes every Sender and Helpline whose time has passed: an alarm or a page that was lost, or a jump of the demo's clock.
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** Returns how many were woken; one that cannot be stops no other. */
export async function sweepTimers(services: Services): Promise<number> {
  const now = services.clock.now();
  const { results } = await services.d1
    .prepare(
      // The record of a timer may still be on its way; whoever is sending is asked in any case, and knows best.
      `SELECT object, id FROM timers WHERE due_at <= ?
       UNION SELECT 'sender', line_id FROM campaigns WHERE state IN ('scheduled', 'sending')`,
    )
    .bind(now)
    .all<{ object: "sender" | "helpline"; id: string }>();
  const ticks = await Promise.allSettled(results.map(({ object, id }) => services[object](id).tick({ now })));
  for (const [index, tick] of ticks.entries()) {
    if (tick.status === "fulfilled") continue;
    services.log.error("not-woken", { ...results[index], error: describeError(tick.reason) });
  }
  return ticks.filter(({ status }) => status === "fulfilled").length;
}
