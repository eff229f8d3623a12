// Somebody joins the staff: they get an e-mail with their way in.
import type { Actor, Role } from "../actor.ts";
import { staff } from "../db/schema/index.ts";
import { findStaff } from "../db/staff.ts";
import type { StaffRow } from "../db/staff.ts";
import { canonicalRecipient } from "../email/recipient.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { nameActor } from "./name-actor.ts";
import { sendSignInLink } from "./send-sign-in-link.ts";
import { recordDeed, writeAs } from "./write-as.ts";

/** Throws `conflict` where somebody of that address is on the staff, shut out or not. */
export async function inviteStaff(
  services: Services,
  actor: Actor,
  { email, name, role }: { readonly email: string; readonly name: string; readonly role: Role },
): Promise<StaffRow> {
  const { db, clock, mint } = services;
  const now = clock.now();
  const row: StaffRow = {
    id: mint(),
    email: canonicalRecipient(email),
    name,
    role,
    generation: 1,
    createdAt: now,
    changedAt: now,
    createdBy: actor.id,
    disabledAt: null,
    lastSeenAt: null,
  };
  await writeAs(
    services,
    actor,
    { action: "staff.invite", subject: { kind: "staff", id: row.id }, detail: { role } },
    db.insert(staff).values(row),
    { taken: "Somebody with this address is on the staff already." },
  );
  await sendSignInLink(services, row, await nameActor(db, actor));
  return row;
}

/** The same e-mail again. Throws `not_found`, or `conflict` for somebody who is shut out. */
export async function inviteAgain(services: Services, actor: Actor, id: string): Promise<StaffRow> {
  const row = await findStaff(services.db, id);
  if (row === null) throw notFound("member of staff", id);
  if (row.disabledAt !== null) throw new Problem("conflict", "Let them in again first.");
  await recordDeed(services, actor, { action: "staff.invite-again", subject: { kind: "staff", id } });
  await sendSignInLink(services, row, await nameActor(services.db, actor));
  return row;
}
