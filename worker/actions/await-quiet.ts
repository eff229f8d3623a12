// After a jump of the demo's clock: waits until what came due has left, so that it leaves at its own time and not after the next jump.
import { slotAt } from "#core/funnel/calendar";
import { zoneOf } from "#core/funnel/check";
import { findSlot } from "../db/funnel-slots.ts";
import { listLiveFunnels } from "../db/funnels.ts";
import { isSendingNow, isTellingNow, listJustAsked } from "../db/next-due.ts";
import type { Services } from "../services.ts";

/** A queue, a claim and a call to the carrier beside us take a few hundred milliseconds; longer waits help nobody. */
const PATIENCE_MS = 3_000;
/** A line hands over at its own pace, an e-mail passes two queues: enough for the neighbours of a demo, and no reason to wait for a hundred thousand. */
const LINES_PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 25;
/** D1 is asked, not an object. */
const LOOK_AT_RECORDS_EVERY_MS = 100;

/** Returns when the first of these addresses wants to be woken next; null for none. Epoch milliseconds. */
export async function awaitQuiet(services: Services, addressIds: readonly string[]): Promise<number | null> {
  const dueAt = await awaitPeople(services, addressIds);
  await until(() => areSlotsRun(services), PATIENCE_MS, LOOK_AT_RECORDS_EVERY_MS);
  const isQuiet = async () => !(await isSendingNow(services.d1, services.clock.now()));
  await until(isQuiet, LINES_PATIENCE_MS, LOOK_AT_RECORDS_EVERY_MS);
  const isTold = async () => !(await isTellingNow(services.d1, services.clock.now()));
  await until(isTold, LINES_PATIENCE_MS, LOOK_AT_RECORDS_EVERY_MS);
  await awaitPeople(services, await listJustAsked(services.d1, services.clock.now()));
  return dueAt;
}

async function awaitPeople(services: Services, addressIds: readonly string[]): Promise<number | null> {
  const now = services.clock.now();
  let times: readonly number[] = [];
  const areQuiet = async (): Promise<boolean> => {
    const pulses = await Promise.all(addressIds.map((id) => services.contact(id).pulse({ now })));
    times = pulses.flatMap(({ dueAt }) => dueAt ?? []);
    return !pulses.some(({ isBusy }) => isBusy);
  };
  await until(areQuiet, PATIENCE_MS, LOOK_EVERY_MS);
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether every funnel has begun with the people of the slot that is open now. */
async function areSlotsRun({ db, d1, clock }: Services): Promise<boolean> {
  for (const { funnel, line } of await listLiveFunnels(db)) {
    const slot = slotAt(funnel.config.slots, zoneOf(funnel.config, line), clock.now());
    if (slot === null || funnel.state !== "running") continue;
    if (((await findSlot(d1, funnel.id, slot.at))?.doneAt ?? null) === null) return false;
  }
  return true;
}

async function until(isReached: () => Promise<boolean>, patienceMs: number, everyMs: number): Promise<void> {
  for (let waitedMs = 0; !(await isReached()) && waitedMs < patienceMs; waitedMs += everyMs)
    await scheduler.wait(everyMs);
}
