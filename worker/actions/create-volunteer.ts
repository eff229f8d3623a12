// A new volunteer, in the groups they will take calls for.
import type { VolunteerConfig } from "#core/helpline/helpline";
import type { Actor } from "../actor.ts";
import { volunteers } from "../db/schema/index.ts";
import { joinGroups } from "../db/volunteers.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import type { Services } from "../services.ts";
import { refuseVolunteer, VOLUNTEER_TAKEN } from "./check-volunteer.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";
import { givePhone } from "./give-phone.ts";
import { writeAs } from "./write-as.ts";

/** Throws `invalid`, `not_found` for a group, or `conflict` where another volunteer has the phone. */
export async function createVolunteer(
  services: Services,
  actor: Actor,
  config: VolunteerConfig,
  helplineIds: readonly string[],
): Promise<VolunteerRow> {
  await refuseVolunteer(services, config);
  await Promise.all(helplineIds.map((id) => mustFindHelplineInUse(services, id)));
  const { db, clock, mint } = services;
  const addressId = await givePhone(services, actor, config);
  const [id, now] = [mint(), clock.now()];
  const first = db.insert(volunteers).values({ id, config, addressId, createdAt: now, changedAt: now });
  const deed = {
    action: "volunteer.create",
    subject: { kind: "volunteer", id },
    detail: { helplines: helplineIds },
  };
  await writeAs(services, actor, deed, first, {
    rest: joinGroups(db, id, helplineIds, now),
    taken: VOLUNTEER_TAKEN,
  });
  return mustFindVolunteer(services, id);
}
