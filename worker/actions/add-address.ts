// A person has another number.
import { eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findAddress } from "../db/contacts.ts";
import { addresses } from "../db/schema/index.ts";
import { spread } from "../db/spreads.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";
import { readNumber } from "./read-number.ts";
import { tellSilences } from "./tell-silences.ts";
import { writeAs } from "./write-as.ts";

/** More than anybody has; what is decided at one is told to all the others. */
export const ADDRESSES_MAX = 10;

/** Returns the address's id; one that is the contact's already stays. Throws `not_found`, `invalid` or `conflict`. */
export async function addAddress(
  services: Services,
  actor: Actor,
  contactId: string,
  number: string,
): Promise<string> {
  const { db, identity } = services;
  const address = await readNumber(services, number, "number");
  await mustFindContact(services, contactId);
  const known = await mustFindAddresses(services, contactId);
  const id = await identity.idOf(address);
  if (!known.some((row) => row.id === id)) {
    if (known.length >= ADDRESSES_MAX)
      throw new Problem("conflict", `A contact has at most ${ADDRESSES_MAX} addresses.`);
    const { kind, value } = address;
    const put = db
      .insert(addresses)
      .values({ id, contactId, kind, value, dueChangedAt: 0 })
      .onConflictDoUpdate({
        target: addresses.id,
        // One that was erased is nobody's any more.
        set: { contactId, kind, value },
        setWhere: isNull(addresses.value),
      });
    const deed = {
      action: "contact.add-address",
      subject: { kind: "contact", id: contactId },
      detail: { addressId: id },
    };
    const rest = [spread(db, sql`select id from addresses where ${eq(addresses.contactId, contactId)}`)];
    if (!(await writeAs(services, actor, deed, put, { rest }))) {
      const owner = (await findAddress(db, id))?.contactId;
      throw new Problem("conflict", "This number belongs to another contact: merge the two.", {
        contactId: owner,
      });
    }
  }
  await tellSilences(services, "SELECT id FROM addresses WHERE contact_id = ?1", contactId);
  return id;
}
