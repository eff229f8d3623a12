// Forgets a person: each address's object and the tables do so at once; files follow by the object's journal.
import type { Actor } from "../actor.ts";
import { listAddresses } from "../db/contacts.ts";
import { findVolunteersAt } from "../db/volunteers.ts";
import type { Services } from "../services.ts";
import { mustFindContact } from "./find-contact.ts";
import { projectRecords } from "./project-records.ts";
import { removeVolunteer } from "./remove-volunteer.ts";
import { recordDeed } from "./write-as.ts";

/** What the person decided about hearing from us stays, as a date. Twice does no harm. Throws `not_found`, or `conflict` once merged. */
export async function eraseContact(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, d1, clock } = services;
  await mustFindContact(services, id);
  const addresses = await listAddresses(db, [id]);
  // Written first: an erasure that broke off is seen, and asked for again.
  const detail = { addresses: addresses.map((address) => address.id) };
  await recordDeed(services, actor, { action: "contact.erase", subject: { kind: "contact", id }, detail });
  // Their shifts are given up by the group's clock, as for anybody who leaves.
  for (const volunteerId of await findVolunteersAt(d1, detail.addresses))
    await removeVolunteer(services, actor, volunteerId);
  const now = clock.now();
  for (const address of addresses) await services.contact(address.id).erase({ now });
  // Not left to the journal alone: whoever gives the same number to us again in the next breath gives us somebody new.
  await projectRecords(
    d1,
    addresses.map((address) => ({ kind: "erase", addressId: address.id, at: now })),
  );
}
