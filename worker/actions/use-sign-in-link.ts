// Whoever opens a link and says so is the member of staff it was sent to.
import { findStaff, takeLink } from "../db/staff.ts";
import type { StaffRow } from "../db/staff.ts";
import { hashOf } from "../same.ts";
import type { Services } from "../services.ts";
import { LINK_MS } from "./send-sign-in-link.ts";

/** Null for a link that is used, too old or none of ours, and for one of somebody who is shut out by now. */
export async function useSignInLink(services: Services, secret: string): Promise<StaffRow | null> {
  const { d1, db, clock } = services;
  const found = await takeLink(d1, await hashOf(secret), { now: clock.now(), goodForMs: LINK_MS });
  if (found === null) return null;
  // The e-mail is kept for a month: what it held is dead, and need not lie there.
  await d1
    .prepare("UPDATE emails SET html = ?2, body = ?2 WHERE id = ?1 AND html <> ''")
    .bind(found.emailId, "The link in it was used.")
    .run();
  const member = await findStaff(db, found.staffId);
  return member === null || member.disabledAt !== null ? null : member;
}
