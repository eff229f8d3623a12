// The secret in a feed's address: whose it is, its generation, and proof that we made it. It is kept nowhere, so it can be
// shown again, and ends when the generation is raised.
import type { Identity } from "./identity.ts";
import { isSame } from "./same.ts";

/** A group's shifts, or those of one volunteer in all groups. */
export interface CalendarOwner {
  readonly kind: "helpline" | "volunteer";
  readonly id: string;
}

/** Ids are UUIDs, or names that staff gave. */
const SECRET =
  /^(?<kind>helpline|volunteer)-(?<id>[A-Za-z0-9_-]{1,80})-(?<generation>\d{1,9})-(?<proof>[0-9a-f]{32})$/;

export async function writeSecret(
  identity: Identity,
  { kind, id }: CalendarOwner,
  generation: number,
): Promise<string> {
  const named = `${kind}-${id}-${generation}`;
  return `${named}-${await identity.seal("calendar", named)}`;
}

/** Whose feed it opens, as long as that generation is the newest; null for what we did not make. */
export async function readSecret(
  identity: Identity,
  secret: string,
): Promise<(CalendarOwner & { readonly generation: number }) | null> {
  const { kind, id, generation } = SECRET.exec(secret)?.groups ?? {};
  if ((kind !== "helpline" && kind !== "volunteer") || id === undefined) return null;
  const owner = { kind, id, generation: Number(generation) } as const;
  return (await isSame(secret, await writeSecret(identity, owner, owner.generation))) ? owner : null;
}
