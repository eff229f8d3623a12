// Imports and exports whose next step was never asked for, or was given up: asked for again. A step done twice is done once.
import type { WorkJob } from "#core/work";
import { listStuckWork } from "../db/stuck-work.ts";
import type { Services } from "../services.ts";

/** A step takes seconds, and its retries a few minutes. */
const STUCK_AFTER_MS = 5 * 60_000;

/** Returns how many were stuck. */
export async function sweepStuckWork({ d1, clock, work }: Services): Promise<number> {
  const stuck: readonly WorkJob[] = await listStuckWork(d1, clock.now() - STUCK_AFTER_MS);
  for (const job of stuck) await work.send(job);
  return stuck.length;
}
