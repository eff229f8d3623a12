// Changes some fields of a digest; what was told is not told again, whatever its new hour.
import { and, eq } from "drizzle-orm";
import { DigestConfig } from "#core/digest/config";
import type { Actor } from "../actor.ts";
import type { DigestRow } from "../db/digests.ts";
import { digests } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import { invalid } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindDigest } from "./find-digest.ts";
import { writeAs } from "./write-as.ts";

/**
 * null sets a field to its default. Throws `not_found`, `invalid`, or `conflict` where somebody else changed it meanwhile, or since
 * `seenAt` (epoch milliseconds; null for whoever did not look).
 */
export async function changeDigest(
  services: Services,
  actor: Actor,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  seenAt: number | null = null,
): Promise<DigestRow> {
  const before = await mustFindDigest(services, id);
  if (seenAt !== null && seenAt !== before.changedAt) throw digestMoved();
  const merged = { ...before.config, ...patch };
  const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = DigestConfig.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues, given);
  const { db, clock } = services;
  const changed = { config: parsed.data, changedAt: Math.max(clock.now(), before.changedAt + 1) };
  const fields = Object.keys(patch).filter((name) => name in DigestConfig.shape);
  const deed = { action: "digest.change", subject: { kind: "digest", id }, detail: { fields } };
  const write = db
    .update(digests)
    .set(changed)
    .where(and(eq(digests.id, id), eq(digests.changedAt, before.changedAt)));
  if (!(await writeAs(services, actor, deed, write))) throw digestMoved();
  return { ...before, ...changed };
}

function digestMoved(): Problem {
  return new Problem("conflict", "Somebody else changed this digest meanwhile. Look at it again.");
}
