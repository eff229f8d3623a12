// Staff send an e-mail again that failed, or of which nobody knows what became.
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { EmailEvent } from "#core/mail/state";
import type { Actor } from "../actor.ts";
import { findEmail } from "../db/email-list.ts";
import type { EmailRow } from "../db/emails.ts";
import { emails } from "../db/schema/index.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { offerEmails } from "./send-email.ts";
import { writeAs } from "./write-as.ts";

/** `suppressed` is sent again once that is lifted, and ends as it did before where it is not. */
const AGAIN = ["failed", "unknown", "suppressed"] as const;

/** A new round, under a key of its own. Throws `not_found`, or `conflict` for one that waits or arrived. */
export async function sendEmailAgain(services: Services, actor: Actor, id: string): Promise<EmailRow> {
  const { db, clock } = services;
  const now = clock.now();
  const entry: EmailEvent = { state: "queued", at: now, detail: `sent again by ${actor.id}` };
  const write = db
    .update(emails)
    .set({
      state: "queued",
      rank: 0,
      reason: null,
      attempts: 0,
      round: sql`${emails.round} + 1`,
      dueAt: now,
      expiresAt: null,
      doubtAt: null,
      batchId: null,
      providerId: null,
      history: sql`json_insert(${emails.history}, '$[#]', json(${JSON.stringify(entry)}))`,
    })
    .where(and(eq(emails.id, id), inArray(emails.state, [...AGAIN]), ne(emails.html, "")));
  const deed = { action: "email.send-again", subject: { kind: "email", id } };
  const isChanged = await writeAs(services, actor, deed, write);
  const row = await findEmail(db, id);
  if (row === null) throw notFound("e-mail", id);
  if (!isChanged) throw new Problem("conflict", refusalOf(row));
  await offerEmails(services, [id]);
  return row;
}

function refusalOf({ html, state }: EmailRow): string {
  if (html === "") return "Its words are gone: erased, or older than they are kept.";
  return `Only an e-mail that failed, or of which nobody knows, is sent again; this one is ${state}.`;
}
