// Forgets a person: each address's object does so at once; the record, files and letters follow by its journal.
import type { Actor } from "../actor.ts";
import { findContact, listAddresses } from "../db/contacts.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { recordDeed } from "./write-as.ts";

/** What the person decided about hearing from us stays, as a date. Twice does no harm. Throws `not_found`. */
export async function eraseContact(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, clock } = services;
  if ((await findContact(db, id)) === null) throw notFound("contact", id);
  const addresses = await listAddresses(db, [id]);
  // Written first: an erasure that broke off is seen, and asked for again.
  const detail = { addresses: addresses.map((address) => address.id) };
  await recordDeed(services, actor, { action: "contact.erase", subject: { kind: "contact", id }, detail });
  const now = clock.now();
  for (const address of addresses) await services.contact(address.id).erase({ now });
}
