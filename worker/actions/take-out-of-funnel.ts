// Staff take somebody out of a funnel. What they are in the middle of saying goes on; it leads nowhere here.
import { zoneOf } from "#core/funnel/check";
import { moveTo } from "#core/funnel/lead";
import type { Actor } from "../actor.ts";
import { findMember, writeMoves } from "../db/funnel-members.ts";
import { findPlacedFunnel } from "../db/funnels.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFunnel } from "./find-funnel.ts";
import { recordDeed } from "./write-as.ts";

/** Who is out already stays so. Throws `not_found`, or `conflict` where they moved at the same moment. */
export async function takeOutOfFunnel(
  services: Services,
  actor: Actor,
  idOrKey: string,
  contactId: string,
): Promise<void> {
  const { db, d1, clock } = services;
  const { id, key } = await mustFindFunnel(services, idOrKey);
  const [placed, member] = await Promise.all([findPlacedFunnel(db, id), findMember(d1, id, contactId)]);
  if (placed === null || member === null) throw notFound("member", contactId);
  if (member.phase === "out") return;
  const { config } = placed.funnel;
  const now = clock.now();
  const to = moveTo(member, { phase: "out", category: config.words.takenOut, settledAt: now });
  const move = { member, to, cause: "taken-out", detail: null, at: now } as const;
  const zone = zoneOf(config, placed.line);
  const written = await d1.batch(writeMoves(d1, { funnelId: id, key, zone }, [move]));
  if (written.at(-1)?.meta.changes === 0)
    throw new Problem("conflict", "They moved at the same moment: look again.");
  await recordDeed(services, actor, {
    action: "funnel.take-out",
    subject: { kind: "funnel", id },
    detail: { contactId },
  });
}
