// A group takes somebody's calls again.
import { and, eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { blocks } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`. */
export async function unblockCaller(
  services: Services,
  actor: Actor,
  helplineId: string,
  addressId: string,
): Promise<void> {
  await mustFindHelpline(services, helplineId);
  const isIt = and(eq(blocks.helplineId, helplineId), eq(blocks.addressId, addressId));
  const subject = { kind: "helpline", id: helplineId };
  const deed = { action: "helpline.unblock", subject, detail: { addressId } };
  if (!(await writeAs(services, actor, deed, services.db.delete(blocks).where(isIt))))
    throw notFound("block of this helpline", addressId);
}
