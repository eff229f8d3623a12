// Staff change what is known about a contact.
import { sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { contactRow, fieldsOf, writeProfile } from "../db/profile-writes.ts";
import type { ProfilePatch } from "../db/profile-writes.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { checkZone } from "./check-zone.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";
import { followContact } from "./follow-in-funnels.ts";
import { tellProfile } from "./tell-profile.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, `invalid`, or `conflict` once it was merged into another or erased. */
export async function changeContact(
  services: Services,
  actor: Actor,
  id: string,
  patch: ProfilePatch,
): Promise<void> {
  checkZone(patch.zone);
  const { db, clock } = services;
  await mustFindContact(services, id);
  // Nothing is kept of who was erased, whoever says it.
  await mustFindAddresses(services, id);
  const rest = writeProfile(db, sql`${id}`, patch, clock.now(), "api");
  const deed = {
    action: "contact.change",
    subject: { kind: "contact", id },
    detail: { fields: fieldsOf(patch) },
  };
  if (!(await writeAs(services, actor, deed, contactRow(db, id), { rest }))) throw notFound("contact", id);
  await tellProfile(services, id);
  if (patch.categories !== undefined) await followContact(services, id);
}
