// A number turns out not to be this person's: it becomes a contact of its own, with what was said and decided there.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { addresses } from "../db/schema/index.ts";
import { statement } from "../db/statement.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";
import { writeAs } from "./write-as.ts";

/** What silences it stays: nobody takes back a STOP by moving numbers. Throws `not_found` or `conflict`. */
export async function removeAddress(
  services: Services,
  actor: Actor,
  contactId: string,
  addressId: string,
): Promise<void> {
  const { db, clock, mint } = services;
  await mustFindContact(services, contactId);
  const known = await mustFindAddresses(services, contactId);
  if (!known.some(({ id }) => id === addressId)) throw notFound("address of this contact", addressId);
  // The contact that a number made has its id; where that is this one, the number needs another.
  const ownId = addressId === contactId ? mint() : addressId;
  const others = sql`(select count(*) from addresses o where o.contact_id = ${contactId} and o.value is not null) > 1`;
  const move = db
    .update(addresses)
    .set({ contactId: ownId })
    .where(
      and(
        eq(addresses.id, addressId),
        eq(addresses.contactId, contactId),
        isNotNull(addresses.value),
        others,
      ),
    );
  const moved = sql`exists (select 1 from addresses m where m.id = ${addressId} and m.contact_id = ${ownId})`;
  const rest = [
    statement(
      db,
      sql`
      insert into contacts (id, created_at) select ${ownId}, ${clock.now()} where ${moved}
      on conflict (id) do update set merged_into = null where contacts.merged_into is not null`,
    ),
    statement(
      db,
      sql`update import_rows set contact_id = ${ownId} where contact_id = ${contactId} and address_id = ${addressId} and ${moved}`,
    ),
  ];
  const deed = {
    action: "contact.remove-address",
    subject: { kind: "contact", id: contactId },
    detail: { addressId, to: ownId },
  };
  if (!(await writeAs(services, actor, deed, move, { rest })))
    throw new Problem("conflict", "This is their only address: erase the contact, or add another one first.");
}
