// Forgets a person: every address's object, our own store of pictures, and letters that carry them. The record follows by its queue.
import { sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findContact, listAddresses } from "../db/contacts.ts";
import { contactRow } from "../db/profile-writes.ts";
import { deadLetters } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { forgetFiles } from "./forget-files.ts";
import { writeAs } from "./write-as.ts";

/** What the person decided about hearing from us stays, as a date. Throws `not_found`. */
export async function eraseContact(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, clock } = services;
  if ((await findContact(db, id)) === null) throw notFound("contact", id);
  const addresses = await listAddresses(db, [id]);
  const now = clock.now();
  // Objects first: from here on nothing new is written about this person's past.
  for (const address of addresses) await services.contact(address.id).erase({ now });

  const ids = addresses.map((address) => address.id);
  for (const addressId of ids) await forgetFiles(services, addressId, now);
  const traces = JSON.stringify([
    ...ids,
    ...addresses.flatMap(({ value }) => (value === null ? [] : [value])),
  ]);
  const letters = db
    .delete(deadLetters)
    .where(sql`exists (select 1 from json_each(${traces}) t where instr(${deadLetters.body}, t.value) > 0)`);
  await writeAs(
    services,
    actor,
    { action: "contact.erase", subject: { kind: "contact", id }, detail: { addresses: ids.length } },
    contactRow(db, id),
    { rest: [letters] },
  );
}
