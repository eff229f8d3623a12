// A person's hand-overs against their STOP, in the order the object decided them.
import type { Post } from "./door.ts";
import type { Person } from "./people.ts";
import type { Sighting } from "./witness.ts";

/** A claim that was granted before the STOP is good for so long, and is dropped by the consumer afterwards (DESIGN: "How the zeros are counted"). */
const CLAIM_LIFE_MS = 2_000;

/** How many were claimed after the STOP, or used later than a claim lives; and how many only crossed it. */
export function orderAgainstStop(
  { id }: Person,
  posts: readonly Post[],
  sightings: readonly Sighting[],
): { readonly after: number; readonly crossed: number } {
  const stop = sightings.find(({ kind, addressId }) => kind === "stopped" && addressId === id);
  if (stop === undefined) return { after: 0, crossed: 0 };
  const late = posts.filter(({ seq }) => seq > stop.seq);
  const crossed = late.filter(({ messageId, seq, at }) => {
    const claim = sightings.findLast(
      (one) => one.kind === "granted" && one.messageId === messageId && one.seq < seq,
    );
    return claim !== undefined && claim.seq < stop.seq && at <= claim.at + CLAIM_LIFE_MS;
  });
  return { after: late.length - crossed.length, crossed: crossed.length };
}
