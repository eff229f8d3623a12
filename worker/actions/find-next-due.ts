// What the demo's clock comes to next, funnels, reminders and digests among it: whoever jumps further stops there first.
import { nextEvening } from "#core/asking/evening";
import { nextDueAt } from "#core/digest/due";
import { nextFor } from "#core/funnel/calendar";
import { zoneOf } from "#core/funnel/check";
import { listSubscribed } from "../db/digests.ts";
import { listNextInFunnels } from "../db/funnel-due.ts";
import { findSlot } from "../db/funnel-slots.ts";
import { listLiveFunnels } from "../db/funnels.ts";
import { findNextWake } from "../db/next-due.ts";
import { listReminderWindows } from "../db/reminder-windows.ts";
import type { Services } from "../services.ts";

/**
 * Later than `now`, epoch milliseconds; null where nobody waits for anything. `isSwept`: everything that was due has just been
 * done, so that what still seems due is stuck and worth no stop.
 */
export async function findNextDue(services: Services, now: number, isSwept: boolean): Promise<number | null> {
  const [wake, evening, digest, ...funnels] = await Promise.all([
    findNextWake(services.d1, now),
    findNextEvening(services, now),
    findNextDigest(services, now),
    ...(await listFunnelTimes(services, now)),
  ]);
  const times = [wake, evening, digest, ...funnels].flatMap((at) => at ?? []);
  const ahead = times.flatMap((at) => (at > now ? at : isSwept ? [] : now + 1));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** When the volunteers of some group are reminded. */
async function findNextEvening({ d1 }: Services, now: number): Promise<number | null> {
  const evenings = (await listReminderWindows(d1)).flatMap(({ config: { zone, reminders } }) =>
    reminders.at === null ? [] : nextEvening(zone, reminders.at, now).at,
  );
  return evenings.length === 0 ? null : Math.min(...evenings);
}

/** When somebody gets a digest. */
async function findNextDigest({ db }: Services, now: number): Promise<number | null> {
  const times = (await listSubscribed(db)).map(({ config, toldUntil }) => nextDueAt(config, toldUntil, now));
  return times.length === 0 ? null : Math.min(...times);
}

/** Where silence is to be noticed, and the slots that have somebody to begin with. */
async function listFunnelTimes({ db, d1 }: Services, now: number): Promise<Promise<number | null>[]> {
  const next = await listNextInFunnels(d1);
  return (await listLiveFunnels(db)).flatMap(({ funnel, line }) => {
    const { lookAt = null, personAt = null } = next.get(funnel.id) ?? {};
    const look = Promise.resolve(lookAt);
    if (funnel.state !== "running" || personAt === null) return [look];
    const { slots } = funnel.config;
    const slot = async (): Promise<number | null> => {
      const zone = zoneOf(funnel.config, line);
      const at = nextFor(slots, zone, now, personAt)?.at ?? null;
      if (at === null || at > now || (await findSlot(d1, funnel.id, at)) === null) return at;
      return nextFor(slots, zone, now, Math.max(personAt, now + 1))?.at ?? null;
    };
    return [look, slot()];
  });
}
