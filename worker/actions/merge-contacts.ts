// Two contacts turn out to be one person. Their objects stay as they are: consent and conversation belong to the address.
import type { Actor } from "../actor.ts";
import { findContact, listAddresses } from "../db/contacts.ts";
import { markMerged, moveRows } from "../db/merge.ts";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { ADDRESSES_MAX } from "./add-address.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";
import { tellProfile } from "./tell-profile.ts";
import { tellSilences } from "./tell-silences.ts";
import { writeAs } from "./write-as.ts";

/** `from` becomes part of `into`; twice does no harm. Throws `not_found`, `invalid` or `conflict`. */
export async function mergeContacts(
  services: Services,
  actor: Actor,
  into: string,
  from: string,
): Promise<void> {
  if (from === into) throw invalidAt({ path: "from", message: "is this very contact" });
  const { db } = services;
  await mustFindContact(services, into);
  const other = await findContact(db, from);
  if (other === null) throw notFound("contact", from);
  if (other.mergedInto !== into) {
    await mustFindContact(services, from);
    await mustFindAddresses(services, into);
    await mustFindAddresses(services, from);
    const both = await listAddresses(db, [into, from]);
    if (both.length > ADDRESSES_MAX)
      throw new Problem("conflict", `A contact has at most ${ADDRESSES_MAX} addresses.`);
    const deed = { action: "contact.merge", subject: { kind: "contact", id: into }, detail: { from } };
    const rest = moveRows(db, from, into);
    if (!(await writeAs(services, actor, deed, markMerged(db, from, into), { rest })))
      throw new Problem("conflict", "One of the two was merged elsewhere meanwhile.");
  }
  await tellSilences(services, "SELECT id FROM addresses WHERE contact_id = ?1", into);
  await tellProfile(services, into);
}
