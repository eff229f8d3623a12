// The address of a feed, as often as it is asked for.
import { writeSecret } from "../calendar-secret.ts";
import type { CalendarOwner } from "../calendar-secret.ts";
import { findCalendar } from "../db/calendars.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { mustFindVolunteer } from "./find-volunteer.ts";

export interface CalendarAddress {
  /** Whoever has it sees the shifts; null where there is none, or it was revoked. */
  readonly url: string | null;
  readonly changedAt: number | null;
}

/** Throws `not_found`. */
export async function showCalendar(services: Services, owner: CalendarOwner): Promise<CalendarAddress> {
  const { db, identity, settings } = services;
  await mustFindOwner(services, owner);
  const row = await findCalendar(db, owner);
  if (row === null || row.revokedAt !== null) return { url: null, changedAt: row?.changedAt ?? null };
  const secret = await writeSecret(identity, owner, row.generation);
  return { url: `${settings.PUBLIC_URL}/calendar/${secret}.ics`, changedAt: row.changedAt };
}

/** Throws `not_found`. */
export async function mustFindOwner(services: Services, { kind, id }: CalendarOwner): Promise<void> {
  await (kind === "helpline" ? mustFindHelpline : mustFindVolunteer)(services, id);
}
