// A message that did not arrive, or of which nobody knows: somebody decides that it is said once more, or left at that.
import { deriveIdAt } from "#core/id";
import type { Actor } from "../actor.ts";
import { findMessage } from "../db/messages.ts";
import type { MessageRow } from "../db/messages.ts";
import { markSeen } from "../db/trouble.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { replyToPerson } from "./reply-to-person.ts";
import { recordDeed } from "./write-as.ts";

const IN_TROUBLE: ReadonlySet<MessageRow["status"]> = new Set(["unknown", "failed", "undelivered"]);

/**
 * In the staff's own name, by the laws of a reply. Its id follows from the first one's, so that however often somebody presses,
 * it is sent once more. Returns that id; throws `not_found`, or `conflict` where there is nothing to be said again.
 */
export async function sendAgain(services: Services, actor: Actor, id: string): Promise<string> {
  const { addressId, lineId, text, media, at } = await mustBeInTrouble(services, id);
  if (lineId === null || text === "" || media.length > 0)
    throw new Problem(
      "conflict",
      "It was more than text, which cannot be sent again from here: write to them.",
    );
  const again = deriveIdAt(at, "again", id);
  await replyToPerson(services, actor, { addressId, lineId, text, id: again });
  await markSeen(services.d1, id, services.clock.now()).run();
  return again;
}

/** Throws `not_found`, or `conflict` where it arrived after all, or somebody saw to it before. */
export async function leaveUnsent(services: Services, actor: Actor, id: string): Promise<void> {
  await mustBeInTrouble(services, id);
  await markSeen(services.d1, id, services.clock.now()).run();
  await recordDeed(services, actor, { action: "message.leave", subject: { kind: "message", id } });
}

async function mustBeInTrouble({ db }: Services, id: string): Promise<MessageRow> {
  const row = await findMessage(db, id);
  if (row === null) throw notFound("message", id);
  if (row.direction === "in" || !IN_TROUBLE.has(row.status) || row.seenAt !== null)
    throw new Problem("conflict", "It arrived after all, or somebody has seen to it already.");
  return row;
}
