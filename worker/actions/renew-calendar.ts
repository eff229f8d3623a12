// A feed gets an address, or another one; and addresses of before are worth nothing from now on.
import type { Actor } from "../actor.ts";
import type { CalendarOwner } from "../calendar-secret.ts";
import { raiseGeneration } from "../db/calendars.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { mustFindVolunteerInUse } from "./find-volunteer.ts";
import { mustFindOwner, showCalendar } from "./show-calendar.ts";
import type { CalendarAddress } from "./show-calendar.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for an owner who is not there any more. */
export async function renewCalendar(
  services: Services,
  actor: Actor,
  owner: CalendarOwner,
): Promise<CalendarAddress> {
  await (owner.kind === "helpline" ? mustFindHelplineInUse : mustFindVolunteerInUse)(services, owner.id);
  await raise(services, actor, owner, false);
  return showCalendar(services, owner);
}

/** Also of an owner who is archived or removed. Throws `not_found`. */
export async function revokeCalendar(services: Services, actor: Actor, owner: CalendarOwner): Promise<void> {
  await mustFindOwner(services, owner);
  await raise(services, actor, owner, true);
}

async function raise(services: Services, actor: Actor, owner: CalendarOwner, isRevoked: boolean) {
  const deed = { action: isRevoked ? "calendar.revoke" : "calendar.renew", subject: owner };
  await writeAs(services, actor, deed, raiseGeneration(services.db, owner, services.clock.now(), isRevoked));
}
