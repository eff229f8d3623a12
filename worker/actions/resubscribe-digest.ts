// Somebody who unsubscribed gets the digest again; what they missed is not sent after.
import { and, eq, isNotNull } from "drizzle-orm";
import { lastDue } from "#core/digest/due";
import type { Actor } from "../actor.ts";
import type { DigestRow } from "../db/digests.ts";
import { digests } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindDigest } from "./find-digest.ts";
import { writeAs } from "./write-as.ts";

/** Nothing changes where they get it already. Throws `not_found`. */
export async function resubscribeDigest(services: Services, actor: Actor, id: string): Promise<DigestRow> {
  const { config, toldUntil } = await mustFindDigest(services, id);
  const { db, clock } = services;
  const now = clock.now();
  const write = db
    .update(digests)
    .set({
      unsubscribedAt: null,
      toldUntil: Math.max(toldUntil, lastDue(config, now).endsAt),
      changedAt: now,
    })
    .where(and(eq(digests.id, id), isNotNull(digests.unsubscribedAt)));
  await writeAs(services, actor, { action: "digest.resubscribe", subject: { kind: "digest", id } }, write);
  return mustFindDigest(services, id);
}
