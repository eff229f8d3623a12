// Waiting for an instant, by the deployment's own clock.
import type { Clock } from "./clock.ts";

/** The demo's clock may jump while somebody waits: it is looked at again this often. */
const LOOK_MS = 1_000;

/** Resolves at `at` (epoch milliseconds), or at once when it has passed. */
export async function waitUntil(clock: Clock, at: number): Promise<void> {
  for (let leftMs = at - clock.now(); leftMs > 0;) {
    const waitMs = Math.min(leftMs, LOOK_MS);
    await new Promise((resolve) => {
      setTimeout(resolve, waitMs);
    });
    leftMs = Math.min(leftMs - waitMs, at - clock.now());
  }
}
