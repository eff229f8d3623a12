// Wakes every object whose time has passed: an alarm that was lost, or a jump of the demo's clock.
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** Objects woken at once: each is a call of its own, and a Worker makes 1,000 D1 queries and 10,000 calls at most. */
const PAGE = 500;
const AT_ONCE = 20;

/** Returns how many were woken; one that cannot be stops no other. */
export async function sweepLostAlarms(services: Services): Promise<number> {
  const now = services.clock.now();
  let woken = 0;
  for (let after = ""; ;) {
    const { results } = await services.d1
      .prepare("SELECT id FROM addresses WHERE id > ? AND due_at <= ? ORDER BY id LIMIT ?")
      .bind(after, now, PAGE)
      .all<{ id: string }>();
    for (let first = 0; first < results.length; first += AT_ONCE) {
      const page = results.slice(first, first + AT_ONCE);
      const ticks = await Promise.allSettled(page.map(({ id }) => services.contact(id).tick({ now })));
      for (const [index, tick] of ticks.entries()) {
        if (tick.status === "fulfilled") woken += 1;
        else
          services.log.error("not-woken", { addressId: page[index]?.id, error: describeError(tick.reason) });
      }
    }
    const last = results.at(-1);
    if (last === undefined || results.length < PAGE) return woken;
    after = last.id;
  }
}
