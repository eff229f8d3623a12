// What of the product an API token may touch, in parts that a person can tell from one another.

export const AREAS = ["messages", "contacts", "flows", "campaigns", "helpline", "setup"] as const;
export type Area = (typeof AREAS)[number];

export const ACCESSES = ["read", "write"] as const;
/** Whoever may write may read as well. */
export type Access = (typeof ACCESSES)[number];

/** What is not named may not be touched. */
export type Scopes = Readonly<Partial<Record<Area, Access>>>;

/** Whether these reach: `null` is held to no area. */
export function reaches(scopes: Scopes | null, area: Area, needed: Access): boolean {
  if (scopes === null) return true;
  const given = scopes[area];
  return given === "write" || given === needed;
}
