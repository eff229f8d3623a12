// Nobody knows whether the carrier took a message: found there = sent, not found = unknown, which staff see. Never sent again by itself.
import type { Outcome } from "#core/contact/outcome";
import type { Services } from "../services.ts";
import { findSent } from "./find-sent.ts";
import type { Sought } from "./find-sent.ts";

export async function settleDoubt(services: Services, sought: Sought): Promise<Outcome["kind"]> {
  const { messageId, addressId } = sought;
  const sid = await findSent(services, sought).catch(() => null);
  const at = services.clock.now();
  const outcome: Outcome = sid === null ? { kind: "unknown", at } : { kind: "accepted", sid, at };
  services.log.warn("hand-over-in-doubt", { messageId, outcome: outcome.kind });
  await services.contact(addressId).complete({ messageId, outcome, now: at });
  return outcome.kind;
}
