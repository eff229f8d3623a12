// Every evening that went by since the last look asks its group's volunteers about tomorrow: once, however often, late or seldom this runs.
import { eveningsIn } from "#core/asking/evening";
import { planEvening } from "#core/asking/plan-evening";
import type { EveningPlan } from "#core/asking/plan-evening";
import { dateOf, dayOf } from "#core/civil";
import { insertAskings } from "../db/askings.ts";
import type { BatchedAsking } from "../db/askings.ts";
import { insertPlanned } from "../db/openings.ts";
import { isUnmoved, listAskedVolunteers, listReminderWindows, moveWindow } from "../db/reminder-windows.ts";
import type { ReminderWindow } from "../db/reminder-windows.ts";
import { readRota } from "../db/rota.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { offerBatches } from "./offer-batches.ts";

/** A window without an evening is moved on only so often: a row written every five minutes for each group is money for nothing. */
const MOVED_EVERY_MS = 3_600_000;

/** A group that fails stops no other; it is tried again by the next tick. */
export async function remindVolunteers(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const window of await listReminderWindows(services.d1)) {
    try {
      await remindGroup(services, window, now);
    } catch (error) {
      services.log.error("reminders-failed", { helplineId: window.id, error: describeError(error) });
    }
  }
}

async function remindGroup(services: Services, window: ReminderWindow, now: number): Promise<void> {
  const { config, endedAt } = window;
  const { at } = config.reminders;
  const evenings = at === null ? [] : eveningsIn(config.zone, at, endedAt, now);
  if (evenings.length === 0) {
    if (now - endedAt >= MOVED_EVERY_MS) await moveWindow(services.d1, window, now).run();
    return;
  }
  const dates = evenings.map(({ date }) => date);
  const plans = await planDates(services, window, dates, now);
  const askings = inBatches(
    plans.flatMap(({ reminders }) => reminders),
    services.mint,
  );
  const openings = plans.flatMap((plan) => plan.openings);
  const { d1 } = services;
  const unmoved = isUnmoved(2);
  // The window moves in the transaction that writes what it asks for: of two ticks at once the second finds it moved, and writes nothing.
  await d1.batch([
    ...insertAskings(d1, askings, now, unmoved, window.id, endedAt),
    ...insertPlanned(d1, openings, unmoved, window.id, endedAt),
    moveWindow(d1, window, now),
  ]);
  await offerBatches(services, [...new Set(askings.map(({ batchId }) => batchId))]);
}

async function planDates(
  { db, d1 }: Services,
  { id, config }: ReminderWindow,
  dates: readonly string[],
  now: number,
): Promise<readonly EveningPlan[]> {
  const [first = "", last = first] = [dates[0], dates.at(-1)];
  const [rota, volunteers] = await Promise.all([
    readRota(db, { id, config }, { first: dateOf(dayOf(first) - 1), last: dateOf(dayOf(last) + 1) }),
    listAskedVolunteers(d1, id),
  ]);
  return dates.map((date) => planEvening(id, rota, date, volunteers, now));
}

/** One message for all that one volunteer is asked about. */
function inBatches(
  askings: readonly Omit<BatchedAsking, "batchId">[],
  mint: () => string,
): readonly BatchedAsking[] {
  const batches = new Map<string, string>();
  return askings.map((asking) => {
    const batchId = batches.get(asking.volunteerId) ?? mint();
    batches.set(asking.volunteerId, batchId);
    return { ...asking, batchId };
  });
}
