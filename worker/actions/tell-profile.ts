// The objects of a contact's addresses hear what the staff changed; an import's changes come with the next beginning.
import { listAddresses } from "../db/contacts.ts";
import { readProfile } from "../db/offer.ts";
import type { Services } from "../services.ts";

/** Again and again does no harm. Throws when one cannot be told. */
export async function tellProfile(services: Services, contactId: string): Promise<void> {
  const { db, d1, clock, contact } = services;
  const now = clock.now();
  for (const { id } of await listAddresses(db, [contactId])) {
    const profile = await readProfile(d1, id);
    if (profile !== null) await contact(id).learnProfile({ profile, now });
  }
}
