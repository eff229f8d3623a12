// A volunteer becomes a member of a group: they can be put on its shifts from now on.
import type { Actor } from "../actor.ts";
import { memberships } from "../db/schema/index.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { mustFindVolunteer, mustFindVolunteerInUse } from "./find-volunteer.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing. Throws `not_found`, or `conflict` where either is out of use. */
export async function joinHelpline(
  services: Services,
  actor: Actor,
  helplineId: string,
  volunteerId: string,
): Promise<VolunteerRow> {
  await mustFindHelplineInUse(services, helplineId);
  await mustFindVolunteerInUse(services, volunteerId);
  const createdAt = services.clock.now();
  const write = services.db
    .insert(memberships)
    .values({ helplineId, volunteerId, createdAt })
    .onConflictDoNothing();
  const subject = { kind: "volunteer", id: volunteerId };
  await writeAs(
    services,
    actor,
    { action: "volunteer.join", subject, detail: { helpline: helplineId } },
    write,
  );
  return mustFindVolunteer(services, volunteerId);
}
