// What a feed's address shows: the shifts of a group, or those of a volunteer in all their groups.
import { shiftEvents } from "#core/calendar/shift-events";
import { writeCalendar } from "#core/calendar/write-calendar";
import { datesAround } from "#core/rota/occurrences";
import { readSecret } from "../calendar-secret.ts";
import type { CalendarOwner } from "../calendar-secret.ts";
import { findCalendar, readCalendarGroup } from "../db/calendars.ts";
import { findVolunteer } from "../db/volunteers.ts";
import type { Services } from "../services.ts";

const DAY_MS = 86_400_000;
/** What was lately is looked up, what is ahead is planned by; whole days, so that nothing differs until tomorrow. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 366;

/** The calendar as text; null where the secret is none of ours, revoked, or its owner is gone. */
export async function readCalendar(services: Services, secret: string): Promise<string | null> {
  const { db, identity, clock } = services;
  const owner = await readSecret(identity, secret);
  if (owner === null) return null;
  const row = await findCalendar(db, owner);
  if (row === null || row.revokedAt !== null || row.generation !== owner.generation) return null;

  const scope = await findScope(services, owner);
  if (scope === null) return null;
  const today = Math.floor(clock.now() / DAY_MS) * DAY_MS;
  const [from, to] = [today - DAYS_BACK * DAY_MS, today + DAYS_AHEAD * DAY_MS];
  const dates = datesAround(from, to);
  const found = await Promise.all(scope.helplineIds.map((id) => readCalendarGroup(services, id, dates)));
  const groups = found.filter((group) => group !== null);
  if (groups.length === 0 && owner.kind === "helpline") return null;
  const events = groups
    .flatMap((group) => shiftEvents(group, from, to, scope.volunteerId, today))
    .sort((a, b) => a.startsAt - b.startsAt);
  return writeCalendar({ name: scope.volunteerId === null ? (groups[0]?.name ?? "") : "My shifts", events });
}

async function findScope({ db }: Pick<Services, "db">, { kind, id }: CalendarOwner) {
  if (kind === "helpline") return { helplineIds: [id], volunteerId: null };
  const volunteer = await findVolunteer(db, id);
  if (volunteer === null || volunteer.removedAt !== null) return null;
  return { helplineIds: volunteer.helplineIds, volunteerId: id };
}
