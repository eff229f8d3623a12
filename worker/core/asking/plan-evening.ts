// What one evening asks for: whom to remind of tomorrow, and which of tomorrow's places nobody has.
import { deriveId } from "#core/id";
import { dayOf } from "../civil.ts";
import { occurrences } from "../rota/occurrences.ts";
import type { Occurrence, Rota } from "../rota/rota.ts";
import { DAY_MS } from "../hours/wall.ts";
import { reminderId } from "./asking.ts";
import type { Asking, Way } from "./asking.ts";
import type { Opening } from "./opening.ts";

export interface AskedVolunteer {
  readonly id: string;
  readonly remindBy: readonly Way[];
  readonly isActive: boolean;
}

/** One question, and the ways in which it is put. */
export interface NewAsking extends Asking {
  readonly ways: readonly Way[];
  /** Its shift had begun before anybody looked: it is written down, and not sent. */
  readonly isMissed: boolean;
}

export interface EveningPlan {
  readonly reminders: readonly NewAsking[];
  readonly openings: readonly Opening[];
}

/** Every shift that starts on a date of the group's calendar. */
export function shiftsOn(rota: Rota, date: string): readonly Occurrence[] {
  const midnight = dayOf(date) * DAY_MS;
  // No zone is a day away from UTC.
  return occurrences(rota, midnight - DAY_MS, midnight + 2 * DAY_MS).filter((one) => one.date === date);
}

/** `now` may be long after the evening: what begins later is asked for all the same, what has begun was missed. */
export function planEvening(
  helplineId: string,
  rota: Rota,
  date: string,
  volunteers: readonly AskedVolunteer[],
  now: number,
): EveningPlan {
  const members = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const reminders: NewAsking[] = [];
  const openings: Opening[] = [];
  for (const shift of shiftsOn(rota, date)) {
    const { shiftId, startsAt, endsAt, people } = shift;
    const isMissed = startsAt <= now;
    for (const { volunteerId } of people) {
      const member = members.get(volunteerId);
      if (member?.isActive === true) reminders.push(remind(helplineId, shift, member, isMissed));
    }
    if (people.length > 0 || isMissed) continue;
    const id = deriveId("opening", helplineId, shiftId, date, "planned");
    openings.push({ id, helplineId, shiftId, date, startsAt, endsAt, openedAt: now, alertAt: now });
  }
  return { reminders, openings };
}

/** The reminder of one volunteer about one shift. */
export function remind(
  helplineId: string,
  { shiftId, date, startsAt, endsAt }: Occurrence,
  { id: volunteerId, remindBy }: AskedVolunteer,
  isMissed: boolean,
): NewAsking {
  return {
    id: reminderId(helplineId, shiftId, date, volunteerId),
    kind: "reminder",
    helplineId,
    volunteerId,
    shiftId,
    date,
    startsAt,
    endsAt,
    answer: null,
    answeredAt: null,
    ways: [...new Set(remindBy)],
    isMissed,
  };
}
