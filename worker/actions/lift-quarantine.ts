// Staff have made sure that a telephone works again: it is rung from now on.
import { and, eq, isNotNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { volunteers } from "../db/schema/index.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import type { Services } from "../services.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing. Throws `not_found`. */
export async function liftQuarantine(services: Services, actor: Actor, id: string): Promise<VolunteerRow> {
  const { helplineIds, addressId } = await mustFindVolunteer(services, id);
  const now = services.clock.now();
  const write = services.db
    .update(volunteers)
    .set({ quarantinedUntil: null, quarantineReason: null, quarantineLiftedAt: now })
    .where(and(eq(volunteers.id, id), isNotNull(volunteers.quarantinedUntil)));
  const deed = { action: "volunteer.lift-quarantine", subject: { kind: "volunteer", id } };
  await writeAs(services, actor, deed, write);
  // Each group remembers by itself which telephones failed.
  if (addressId !== null)
    await Promise.all(helplineIds.map((one) => services.helpline(one).forgive({ addressId, now })));
  return mustFindVolunteer(services, id);
}
