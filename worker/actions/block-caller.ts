// A group does not take somebody's calls any more.
import type { Actor } from "../actor.ts";
import { findBlock } from "../db/blocks.ts";
import type { BlockRow } from "../db/blocks.ts";
import { blocks } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { readNumber } from "./read-number.ts";
import { saveContact } from "./save-contact.ts";
import { writeAs } from "./write-as.ts";

/** One that is blocked already stays so, for the reason it was. Throws `not_found`, `invalid`, or `conflict` for an archived group. */
export async function blockCaller(
  services: Services,
  actor: Actor,
  helplineId: string,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<BlockRow> {
  await mustFindHelplineInUse(services, helplineId);
  const address = await readNumber(services, number, "number");
  // Whoever never called is somebody all the same: the list shows whom it is about.
  await saveContact(services, actor, "number", { number: address.value });
  const { db, clock, identity } = services;
  const addressId = await identity.idOf(address);
  const write = db
    .insert(blocks)
    .values({ helplineId, addressId, reason, madeBy: actor.id, createdAt: clock.now() })
    .onConflictDoNothing();
  const subject = { kind: "helpline", id: helplineId };
  await writeAs(services, actor, { action: "helpline.block", subject, detail: { addressId } }, write);
  const row = await findBlock(db, helplineId, addressId);
  if (row === null) throw notFound("block of this helpline", addressId);
  return row;
}
