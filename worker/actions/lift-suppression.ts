// Staff know better: an address that bounced or complained is written to again.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findSuppression } from "../db/email-news.ts";
import type { SuppressionRow } from "../db/email-news.ts";
import { emailSuppressions } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing. Throws `not_found`. */
export async function liftSuppression(
  services: Services,
  actor: Actor,
  recipientId: string,
): Promise<SuppressionRow> {
  const { db, clock } = services;
  const write = db
    .update(emailSuppressions)
    .set({ liftedAt: clock.now(), liftedBy: actor.id })
    .where(and(eq(emailSuppressions.recipientId, recipientId), isNull(emailSuppressions.liftedAt)));
  const deed = { action: "email-suppression.lift", subject: { kind: "email-suppression", id: recipientId } };
  await writeAs(services, actor, deed, write);
  const row = await findSuppression(db, recipientId);
  if (row === null) throw notFound("suppression", recipientId);
  return row;
}
