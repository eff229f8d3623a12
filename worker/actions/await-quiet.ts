// After a jump of the demo's clock: waits until what came due has left, so that it leaves at its own time and not after the next jump.
import type { Services } from "../services.ts";

/** A queue, a claim and a call to the carrier beside us take a few hundred milliseconds; longer waits help nobody. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 25;

/** Returns when the first of them wants to be woken next; null for none. Epoch milliseconds. */
export async function awaitQuiet(services: Services, addressIds: readonly string[]): Promise<number | null> {
  const now = services.clock.now();
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const pulses = await Promise.all(addressIds.map((id) => services.contact(id).pulse({ now })));
    if (waitedMs >= PATIENCE_MS || !pulses.some(({ isBusy }) => isBusy)) {
      const times = pulses.flatMap(({ dueAt }) => dueAt ?? []);
      return times.length === 0 ? null : Math.min(...times);
    }
    await scheduler.wait(LOOK_EVERY_MS);
  }
}
