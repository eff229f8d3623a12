// Somebody we are told about by number: a new contact, or more about one we know.
import type { Actor } from "../actor.ts";
import { contactIdOf } from "../db/contacts.ts";
import { fieldsOf, ownerOf, writeProfile } from "../db/profile-writes.ts";
import { writeTold } from "../db/permission-writes.ts";
import type { ProfilePatch } from "../db/profile-writes.ts";
import { addresses, contacts } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { checkZone } from "./check-zone.ts";
import { followContact } from "./follow-in-funnels.ts";
import { readNumber } from "./read-number.ts";
import { tellProfile } from "./tell-profile.ts";
import { tellSilences } from "./tell-silences.ts";
import { writeAs } from "./write-as.ts";

export interface NewContact extends ProfilePatch {
  readonly number: string;
  /** What the person agreed to, in the words we were told: a dated grant, never the person's own opt-in. */
  readonly grant?: { readonly words: string; readonly at: number } | undefined;
}

/** Returns the contact's id. Throws `invalid`. */
export async function saveContact(
  services: Services,
  actor: Actor,
  path: string,
  { number, grant, ...patch }: NewContact,
): Promise<string> {
  checkZone(patch.zone);
  const { db, clock, identity, mint } = services;
  const address = await readNumber(services, number, path);
  const addressId = await identity.idOf(address);
  const at = clock.now();
  const owner = ownerOf(addressId);
  const { kind, value } = address;
  // Whoever comes first, this or a webhook, makes the contact, under the address's own id.
  const first = db
    .insert(addresses)
    .values({ id: addressId, contactId: addressId, kind, value, dueChangedAt: 0 })
    .onConflictDoUpdate({ target: addresses.id, set: { kind, value } });
  const rest = [
    db
      .insert(contacts)
      .values({ id: addressId, createdAt: at, nameChangedAt: 0, languageChangedAt: 0, zoneChangedAt: 0 })
      .onConflictDoNothing(),
    ...writeProfile(db, owner, patch, at, "api"),
    ...(grant === undefined
      ? []
      : writeTold(db, [
          { id: mint(), addressId, kind: "grant", channel: "*", source: "api", actor: actor.id, ...grant },
        ])),
  ];
  const deed = {
    action: "contact.save",
    subject: { kind: "contact", id: addressId },
    detail: { fields: fieldsOf(patch) },
  };
  await writeAs(services, actor, deed, first, { rest });
  // A grant ends what was suppressed before it.
  if (grant !== undefined) await tellSilences(services, "SELECT ?1", addressId);
  const contactId = await contactIdOf(db, addressId);
  await tellProfile(services, contactId);
  if (patch.categories !== undefined) await followContact(services, contactId);
  return contactId;
}
