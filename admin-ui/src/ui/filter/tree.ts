// Changing a filter tree in one place and leaving the rest as it is: the tree is what is edited, nothing is made of it in between.
import type { Condition, Filter } from "#core/condition";

export type Group = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

/** Which member of each group on the way down; of a `not` it is 0. */
export type Place = readonly number[];

export function isGroup(condition: Condition): condition is Group {
  return "all" in condition || "any" in condition;
}

export function isFilter(condition: Condition): condition is Filter {
  return "path" in condition;
}

export function membersOf(group: Group): readonly Condition[] {
  return "all" in group ? group.all : group.any;
}

/** The same kind of group with other members. */
export function withMembers(group: Group, members: readonly Condition[]): Group {
  return "all" in group ? { all: members } : { any: members };
}

/** `change` is given what stands there, and returns what shall; null takes it away, with a `not` around it. */
export function changeAt(
  tree: Condition,
  place: Place,
  change: (there: Condition) => Condition | null,
): Condition {
  return changeWithin(tree, place, change) ?? { all: [] };
}

function changeWithin(
  tree: Condition,
  [first, ...rest]: Place,
  change: (there: Condition) => Condition | null,
): Condition | null {
  if (first === undefined) return change(tree);
  if ("not" in tree) {
    const inner = changeWithin(tree.not, rest, change);
    return inner === null ? null : { not: inner };
  }
  if (!isGroup(tree)) return tree;
  const members = membersOf(tree).flatMap((member, nth) =>
    nth === first ? (changeWithin(member, rest, change) ?? []) : [member],
  );
  return withMembers(tree, members);
}

/** Adds to the group that stands there; around anything else a group is put. */
export function addAt(tree: Condition, place: Place, added: Condition): Condition {
  return changeAt(tree, place, (there) =>
    isGroup(there) ? withMembers(there, [...membersOf(there), added]) : { all: [there, added] },
  );
}

/** Moves a member of a group by one place, up or down; at the end it stays. */
export function moveAt(tree: Condition, place: Place, by: -1 | 1): Condition {
  const nth = place.at(-1) ?? 0;
  return changeAt(tree, place.slice(0, -1), (group) => {
    if (!isGroup(group)) return group;
    const members = [...membersOf(group)];
    const [moved, other] = [members[nth], members[nth + by]];
    if (moved === undefined || other === undefined) return group;
    [members[nth], members[nth + by]] = [other, moved];
    return withMembers(group, members);
  });
}

/** Turned round: what is denied is meant, what is meant is denied. */
export function deny(condition: Condition): Condition {
  return "not" in condition ? condition.not : { not: condition };
}
