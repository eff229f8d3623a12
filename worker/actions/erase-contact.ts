// Forgets a person: every address's object, our own store of pictures, and letters that carry them. The record follows by its queue.
import { sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findContact, listAddresses } from "../db/contacts.ts";
import { listFiles } from "../db/media.ts";
import { contactRow } from "../db/profile-writes.ts";
import { deadLetters, media } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;

/** What the person decided about hearing from us stays, as a date. Throws `not_found`. */
export async function eraseContact(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, clock } = services;
  if ((await findContact(db, id)) === null) throw notFound("contact", id);
  const addresses = await listAddresses(db, [id]);
  const now = clock.now();
  // Objects first: from here on nothing new is written about this person's past.
  for (const address of addresses) await services.contact(address.id).erase({ now });

  const ids = addresses.map((address) => address.id);
  await forgetFiles(services, ids);
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

async function forgetFiles({ db, files }: Services, addressIds: readonly string[]): Promise<void> {
  for (;;) {
    const names = await listFiles(db, addressIds, FILES_PER_CALL);
    if (names.length === 0) return;
    await files.delete(names);
    await db
      .delete(media)
      .where(sql`${media.file} in (select value from json_each(${JSON.stringify(names)}))`);
  }
}
