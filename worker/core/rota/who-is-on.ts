// Who would get a call, in which order and why.
import { occurrences } from "./occurrences.ts";
import type { Occurrence, OnShift, Rota } from "./rota.ts";

/** Somebody on a shift that is under way. */
export interface OnDuty extends OnShift {
  readonly during: Occurrence;
}

/** Those on shift at an instant (epoch milliseconds), in order of the shifts' starts, then ids; nobody twice. */
export function whoIsOn(rota: Rota, at: number): readonly OnDuty[] {
  const people = new Map<string, OnDuty>();
  for (const during of occurrences(rota, at, at + 1))
    for (const person of during.people)
      if (!people.has(person.volunteerId)) people.set(person.volunteerId, { ...person, during });
  return [...people.values()];
}
