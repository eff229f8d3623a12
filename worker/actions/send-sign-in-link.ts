// A link by e-mail that signs a member of staff in: good once, for a quarter of an hour, kept as a hash.
import { composeSignIn } from "#core/mail/sign-in-document";
import { addLink, findStaffByEmail } from "../db/staff.ts";
import type { StaffRow } from "../db/staff.ts";
import { canonicalRecipient } from "../email/recipient.ts";
import { hashOf, makeSecret } from "../same.ts";
import type { Services } from "../services.ts";
import { sendEmail } from "./send-email.ts";

/** Long enough for a slow mail server, too short for a forgotten mailbox. */
export const LINK_MS = 15 * 60_000;
/** Whoever has three that work needs no fourth: somebody else is filling their mailbox. */
const LINKS_AT_ONCE = 3;

/** What is said is the same whether somebody of that address is on the staff or not: nothing. */
export async function askForLink(services: Services, email: string): Promise<void> {
  const member = await findStaffByEmail(services.db, canonicalRecipient(email));
  if (member !== null) await sendSignInLink(services, member, null);
}

/** `invitedBy` names whoever invites them, null where they asked themselves. */
export async function sendSignInLink(
  services: Services,
  { id, name, email }: StaffRow,
  invitedBy: string | null,
): Promise<void> {
  const { d1, clock, mint, settings } = services;
  const secret = makeSecret();
  const [emailId, now] = [mint(), clock.now()];
  const link = {
    hash: await hashOf(secret),
    staffId: id,
    emailId,
    now,
    goodForMs: LINK_MS,
    max: LINKS_AT_ONCE,
  };
  if (!(await addLink(d1, link))) return;
  // Behind the # so that no server on the way keeps it in a log; the address is there for when it came too late.
  const hash = new URLSearchParams({ link: secret, email }).toString();
  await sendEmail(services, {
    id: emailId,
    kind: "sign-in",
    to: email,
    document: composeSignIn({ name, url: `${settings.PUBLIC_URL}/sign-in#${hash}`, invitedBy }),
    about: { kind: "staff", id },
    expiresAt: now + LINK_MS,
  });
}
