// Somebody is no volunteer any more: no call, no shift and no reminder reaches them. Who did what stays.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { memberships, volunteers } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";
import { leaveRotas } from "./leave-rotas.ts";

/** Twice changes nothing. Throws `not_found`, or `conflict` where others change the rota without end. */
export async function removeVolunteer(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, clock } = services;
  const { helplineIds, removedAt } = await mustFindVolunteer(services, id);
  if (removedAt !== null) return;
  const now = clock.now();
  const first = db
    .update(volunteers)
    .set({ removedAt: now, changedAt: now })
    .where(and(eq(volunteers.id, id), isNull(volunteers.removedAt)));
  const deed = {
    action: "volunteer.remove",
    subject: { kind: "volunteer", id },
    detail: { helplines: helplineIds },
  };
  const rest = [db.delete(memberships).where(eq(memberships.volunteerId, id))];
  await leaveRotas(services, actor, deed, { volunteerId: id, helplineIds, first, rest });
}
