// Takes somebody off the list, for good.
import { eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { digests } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindDigest } from "./find-digest.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`. */
export async function removeDigest(services: Services, actor: Actor, id: string): Promise<void> {
  await mustFindDigest(services, id);
  const deed = { action: "digest.remove", subject: { kind: "digest", id } };
  await writeAs(services, actor, deed, services.db.delete(digests).where(eq(digests.id, id)));
}
