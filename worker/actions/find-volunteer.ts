// A volunteer, and one who is still there to be changed.
import { findVolunteer } from "../db/volunteers.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindVolunteer({ db }: Pick<Services, "db">, id: string): Promise<VolunteerRow> {
  const row = await findVolunteer(db, id);
  if (row === null) throw notFound("volunteer", id);
  return row;
}

/** Throws `not_found`, or `conflict` for one who was removed. */
export async function mustFindVolunteerInUse(
  services: Pick<Services, "db">,
  id: string,
): Promise<VolunteerRow> {
  const row = await mustFindVolunteer(services, id);
  if (row.removedAt !== null) throw new Problem("conflict", "This volunteer was removed.");
  return row;
}
