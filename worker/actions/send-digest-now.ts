// One more digest of the last period, at once: the one that comes by itself comes all the same.
import { lastDue } from "#core/digest/due";
import type { Actor } from "../actor.ts";
import { findEmail } from "../db/email-list.ts";
import type { EmailRow } from "../db/emails.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { composeDigest } from "./compose-digest.ts";
import { mustFindDigest } from "./find-digest.ts";
import { sendEmail } from "./send-email.ts";
import { recordDeed } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for somebody who unsubscribed. */
export async function sendDigestNow(services: Services, actor: Actor, id: string): Promise<EmailRow> {
  const { config, unsubscribedAt } = await mustFindDigest(services, id);
  if (unsubscribedAt !== null) throw new Problem("conflict", "They unsubscribed from it.");
  const { clock, mint, db } = services;
  // Asked for just now, it is never late.
  const due = { ...lastDue(config, clock.now()), dueAt: clock.now() };
  const { document } = await composeDigest(services, id, config, due);
  const emailId = mint();
  await recordDeed(services, actor, {
    action: "digest.send",
    subject: { kind: "digest", id },
    detail: { emailId },
  });
  await sendEmail(services, {
    id: emailId,
    kind: "digest",
    to: config.email,
    document,
    about: { kind: "digest", id },
  });
  const row = await findEmail(db, emailId);
  if (row === null) throw notFound("e-mail", emailId);
  return row;
}
