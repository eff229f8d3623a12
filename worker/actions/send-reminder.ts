// Staff remind the volunteers of one shift now, rather than in the evening.
import { remind } from "#core/asking/plan-evening";
import { occurrenceOn } from "#core/rota/occurrence-on";
import type { Actor } from "../actor.ts";
import { insertAskings } from "../db/askings.ts";
import { listAskedVolunteers } from "../db/reminder-windows.ts";
import { readRota } from "../db/rota.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { offerBatches } from "./offer-batches.ts";
import { recordDeed } from "./write-as.ts";

/** Returns how many are reminded; who was before is not again. Throws `not_found`, or `conflict` for what has begun or is archived. */
export async function sendReminder(
  services: Services,
  actor: Actor,
  helplineId: string,
  shiftId: string,
  date: string,
): Promise<number> {
  const helpline = await mustFindHelplineInUse(services, helplineId);
  const { d1, db, clock, mint } = services;
  const now = clock.now();
  const shift = occurrenceOn(await readRota(db, helpline, { first: date, last: date }), shiftId, date);
  if (shift === null) throw notFound("shift on this date", shiftId);
  if (shift.startsAt <= now) throw new Problem("conflict", "This shift has begun.");
  const volunteers = await listAskedVolunteers(d1, helplineId);
  const askings = volunteers
    .filter(({ id, isActive }) => isActive && shift.people.some(({ volunteerId }) => volunteerId === id))
    .map((volunteer) => ({ ...remind(helplineId, shift, volunteer, false), batchId: mint() }));
  if (askings.length === 0) return 0;
  const written = (await d1.batch(insertAskings(d1, askings, now))).at(-1)?.meta.changes ?? 0;
  await recordDeed(services, actor, {
    action: "shift.remind",
    subject: { kind: "shift", id: shiftId },
    detail: { helpline: helplineId, date },
  });
  await offerBatches(
    services,
    askings.map(({ batchId }) => batchId),
  );
  return written;
}
