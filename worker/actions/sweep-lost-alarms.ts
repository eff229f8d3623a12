// Wakes every object whose time has passed: an alarm that was lost, or a jump of the demo's clock.
import type { Services } from "../services.ts";

/** Objects woken at once: each is a call of its own, and a Worker makes 1,000 D1 queries and 10,000 calls at most. */
const PAGE = 500;
const AT_ONCE = 20;

/** Returns how many were woken. */
export async function sweepLostAlarms(services: Services): Promise<number> {
  const now = services.clock.now();
  let woken = 0;
  for (let after = ""; ;) {
    const { results } = await services.d1
      .prepare("SELECT id FROM addresses WHERE id > ? AND due_at <= ? ORDER BY id LIMIT ?")
      .bind(after, now, PAGE)
      .all<{ id: string }>();
    for (let first = 0; first < results.length; first += AT_ONCE) {
      await Promise.all(
        results.slice(first, first + AT_ONCE).map(({ id }) => services.contact(id).tick({ now })),
      );
    }
    woken += results.length;
    const last = results.at(-1);
    if (last === undefined || results.length < PAGE) return woken;
    after = last.id;
  }
}
