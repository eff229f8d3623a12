// What the clock does about shifts, in this order: remind, offer what is open, put what was not put, tell coordinators of gaps, and pass on callers.
import { listOverdueBatches } from "../db/askings.ts";
import type { Services } from "../services.ts";
import { alertGaps } from "./alert-gaps.ts";
import { lookAfterRelays } from "./look-after-relays.ts";
import { offerBatches } from "./offer-batches.ts";
import { offerOpenings } from "./offer-openings.ts";
import { remindVolunteers } from "./remind-volunteers.ts";

/** A queue's own retries are over by then. */
const OVERDUE_MS = 2 * 60_000;
/** A sweep; the next one is five minutes away. */
const BATCHES_MAX = 500;

export async function lookAfterShifts(services: Services): Promise<void> {
  const { d1, clock } = services;
  await offerBatches(services, await listOverdueBatches(d1, clock.now() - OVERDUE_MS, BATCHES_MAX));
  await remindVolunteers(services);
  await offerOpenings(services);
  await alertGaps(services);
  await lookAfterRelays(services);
}
