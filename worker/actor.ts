// Who is doing something: the owner by ADMIN_TOKEN, a member of staff, or one of the tokens they gave out.

import type { Scopes } from "#core/area";

export const ROLES = ["viewer", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  /** As the audit trail names them: `owner`, `staff:<id>` or `token:<id>`. */
  readonly id: string;
  readonly role: Role;
  /** The areas that a token is held to; null for all that the role may. */
  readonly scopes: Scopes | null;
}

/** Whoever holds ADMIN_TOKEN. */
export const OWNER: Actor = { id: "owner", role: "owner", scopes: null };

export function tokenActor(tokenId: string, role: Role, scopes: Scopes | null): Actor {
  return { id: `token:${tokenId}`, role, scopes };
}

export function staffActor(staffId: string, role: Role): Actor {
  return { id: `staff:${staffId}`, role, scopes: null };
}

/** Each role may do all that the ones before it may. */
export function mayAct({ role }: Actor, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
