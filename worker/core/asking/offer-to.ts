// Who is asked to take a place: everybody of the group who could, and has not said no to this very shift.
import { occurrences } from "../rota/occurrences.ts";
import type { Rota } from "../rota/rota.ts";
import { offerId } from "./asking.ts";
import type { Answer, AskingKind } from "./asking.ts";
import type { Opening } from "./opening.ts";
import type { AskedVolunteer, NewAsking } from "./plan-evening.ts";

export interface Asked {
  readonly volunteerId: string;
  readonly kind: AskingKind;
  readonly answer: Answer | null;
}

/** `asked`: what was asked about this shift on this date so far. An offer that waits for an answer counts for this place too. */
export function offerTo(
  opening: Opening,
  rota: Rota,
  volunteers: readonly AskedVolunteer[],
  asked: readonly Asked[],
): readonly NewAsking[] {
  const { helplineId, shiftId, date, startsAt, endsAt } = opening;
  const busy = new Set(
    occurrences(rota, startsAt, endsAt).flatMap(({ people }) => people.map(({ volunteerId }) => volunteerId)),
  );
  for (const { volunteerId, kind, answer } of asked)
    if (answer === "returned" || answer === "declined" || (kind === "offer" && answer === null))
      busy.add(volunteerId);
  return volunteers
    .filter(({ id, isActive }) => isActive && !busy.has(id))
    .map(({ id: volunteerId, remindBy }) => ({
      id: offerId(opening, volunteerId),
      kind: "offer",
      helplineId,
      volunteerId,
      shiftId,
      date,
      startsAt,
      endsAt,
      answer: null,
      answeredAt: null,
      ways: [...new Set(remindBy)],
      isMissed: false,
    }));
}
