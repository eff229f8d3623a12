// Somebody gets the digest from now on.
import type { DigestConfig } from "#core/digest/config";
import { lastDue } from "#core/digest/due";
import type { Actor } from "../actor.ts";
import { countDigests } from "../db/digests.ts";
import type { DigestRow } from "../db/digests.ts";
import { digests } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Every one of them is composed in one run of cron, which has 30 s; a larger audience has a mailing list. */
export const DIGESTS_MAX = 100;

/** The first one is about the period that ends next. Throws `conflict` where there are as many as there may be. */
export async function createDigest(
  services: Services,
  actor: Actor,
  config: DigestConfig,
): Promise<DigestRow> {
  const { db, clock, mint } = services;
  if ((await countDigests(db)) >= DIGESTS_MAX)
    throw new Problem("conflict", `There are ${DIGESTS_MAX} digests already.`);
  const now = clock.now();
  const row: DigestRow = {
    id: mint(),
    config,
    toldUntil: lastDue(config, now).endsAt,
    unsubscribedAt: null,
    createdAt: now,
    changedAt: now,
  };
  const deed = { action: "digest.create", subject: { kind: "digest", id: row.id } };
  await writeAs(services, actor, deed, db.insert(digests).values(row));
  return row;
}
