// Who may be on a group's shifts, by name and colour.
import type { Volunteer } from "../../data/helplines.ts";
import { personColours } from "../../ui/person-colour.ts";
import type { PersonColour } from "../../ui/person-colour.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly colour: PersonColour;
  readonly isMember: boolean;
  /** A member with a telephone who takes calls: whoever else is on a shift leaves it empty. */
  readonly isReachable: boolean;
}

export interface People {
  /** Members of the group, by name. */
  readonly members: readonly Person[];
  readonly of: (id: string) => Person;
}

export function peopleOf(
  groupId: string,
  present: readonly Volunteer[],
  removed: readonly Volunteer[],
): People {
  const colourOf = personColours(
    present.filter(({ helplines }) => helplines.includes(groupId)).map(({ id }) => id),
  );
  const known = new Map(
    [...removed, ...present].map(({ id, name, phone, isActive, helplines, removedAt }): [string, Person] => {
      const isMember = removedAt === null && helplines.includes(groupId);
      const isReachable = isMember && isActive && phone !== null;
      return [id, { id, name: name || "Erased", colour: colourOf(id), isMember, isReachable }];
    }),
  );
  return {
    members: [...known.values()]
      .filter(({ isMember }) => isMember)
      .sort((a, b) => a.name.localeCompare(b.name)),
    of: (id) =>
      known.get(id) ?? { id, name: "Somebody who left", colour: "gray", isMember: false, isReachable: false },
  };
}
