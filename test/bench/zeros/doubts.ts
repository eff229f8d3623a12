// Hand-overs whose outcome a fault hid: claimed, and no sure word of them came back to the object.
import type { Post } from "./door.ts";
import type { Person } from "./people.ts";
import type { Sighting } from "./witness.ts";

/** One entry per message in doubt: the POSTs of it, none where the Worker died before it made one. */
export function findDoubts(
  { id }: Person,
  posts: readonly Post[],
  sightings: readonly Sighting[],
): readonly (readonly Post[])[] {
  const own = sightings.filter(({ addressId }) => addressId === id);
  const doubts = new Map<string, readonly Post[]>();
  for (const claim of own) {
    if (claim.kind !== "granted") continue;
    const { messageId } = claim;
    const next = own.find(
      (one) => one.kind === "granted" && one.messageId === messageId && one.seq > claim.seq,
    );
    const until = next?.seq ?? Number.POSITIVE_INFINITY;
    const tried = posts.filter(
      (post) => post.messageId === messageId && post.seq > claim.seq && post.seq <= until,
    );
    const end = own.find(
      (one) =>
        one.kind === "completed" && one.messageId === messageId && one.seq > claim.seq && one.seq < until,
    );
    if (!isSure(tried, end?.kind === "completed" ? end.outcome : null)) doubts.set(messageId, tried);
  }
  return [...doubts.values()];
}

/** Either the carrier answered and the object was told so, or it was told that nothing was tried. */
function isSure(tried: readonly Post[], outcome: string | null): boolean {
  if (outcome === null || outcome === "unknown") return false;
  return tried.length === 0 ? outcome === "released" : tried.every(({ isAnswered }) => isAnswered);
}
