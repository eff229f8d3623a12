// Somebody leaves groups: they are on none of their shifts that start from now on, and what was stays.
import { and, eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { memberships } from "../db/schema/index.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";
import { leaveRotas } from "./leave-rotas.ts";

/** Returns the volunteer, who may be in other groups. Throws `not_found`, or `conflict` where others change the rota without end. */
export async function leaveHelpline(
  services: Services,
  actor: Actor,
  helplineId: string,
  volunteerId: string,
): Promise<VolunteerRow> {
  await mustFindHelpline(services, helplineId);
  await mustFindVolunteer(services, volunteerId);
  const first = services.db
    .delete(memberships)
    .where(and(eq(memberships.helplineId, helplineId), eq(memberships.volunteerId, volunteerId)));
  const subject = { kind: "volunteer", id: volunteerId };
  const deed = { action: "volunteer.leave", subject, detail: { helpline: helplineId } };
  const helplineIds = [helplineId];
  if (!(await leaveRotas(services, actor, deed, { volunteerId, helplineIds, first })))
    throw notFound("member of this helpline", volunteerId);
  return mustFindVolunteer(services, volunteerId);
}
