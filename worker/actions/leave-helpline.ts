// Somebody leaves groups: they are on none of their shifts that start from now on, and what was stays.
import { and, eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { leave } from "#core/rota/leave";
import type { Actor } from "../actor.ts";
import { memberships } from "../db/schema/index.ts";
import { dropOverrides, putOverrides, putShifts, readRota } from "../db/rota.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";
import { writeAs } from "./write-as.ts";

/** Returns the volunteer, who may be in other groups. Throws `not_found`. */
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
  const rest = await leaveRota(services, actor, helplineId, volunteerId);
  if (!(await writeAs(services, actor, deed, first, { rest })))
    throw notFound("member of this helpline", volunteerId);
  return mustFindVolunteer(services, volunteerId);
}

/** The statements that take somebody off a group's rota. */
export async function leaveRota(
  services: Services,
  actor: Actor,
  helplineId: string,
  volunteerId: string,
): Promise<readonly BatchItem<"sqlite">[]> {
  const { db, clock } = services;
  const now = clock.now();
  const helpline = await mustFindHelpline(services, helplineId);
  const rota = await readRota(db, helpline, ALL_DATES);
  const { shifts, overrides, dropped } = leave(rota, volunteerId, now);
  return [
    ...(shifts.length > 0 ? [putShifts(db, helplineId, shifts, now)] : []),
    ...(overrides.length > 0 ? [putOverrides(db, helplineId, overrides, actor.id)] : []),
    ...(dropped.length > 0 ? [dropOverrides(db, helplineId, dropped)] : []),
  ];
}

/** What was different in past weeks moves with the past of a shift. */
const ALL_DATES = { first: "0000-01-01", last: "9999-12-31" };
