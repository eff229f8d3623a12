// What the clock does to funnels: silence counts, and a slot begins. Cron may be late, early, doubled or away for hours.
import { slotAt } from "#core/funnel/calendar";
import { zoneOf } from "#core/funnel/check";
import { findSlot, listOpenSlots } from "../db/funnel-slots.ts";
import { listLiveFunnels } from "../db/funnels.ts";
import type { PlacedFunnel } from "../db/funnels.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { settleMembers } from "./settle-members.ts";

/** People looked at in one query. */
const PAGE = 500;
/** A Worker makes a thousand D1 queries at most; who is left is looked at five minutes later. */
const PAGES_MAX = 100;
/** A slot whose job is still on its way is not offered again. */
const OFFER_AGAIN_MS = 300_000;

/** One funnel that cannot be ticked stops no other. */
export async function tickFunnels(services: Services): Promise<void> {
  for (const placed of await listLiveFunnels(services.db)) {
    try {
      await settleDue(services, placed);
      await offerSlot(services, placed);
    } catch (error) {
      services.log.error("funnel-not-ticked", { funnelId: placed.funnel.id, error: describeError(error) });
    }
  }
  const before = services.clock.now() - OFFER_AGAIN_MS;
  for (const { funnelId, at } of await listOpenSlots(services.d1, before))
    await services.work.send({ kind: "funnel-slot", funnelId, at });
}

/** Everyone who is looked at moves, or is looked at again later: so there are fewer each time. */
async function settleDue(services: Services, placed: PlacedFunnel): Promise<void> {
  const now = services.clock.now();
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const looked = await settleMembers(services, placed, { kind: "due", now, limit: PAGE });
    if (looked < PAGE) return;
  }
}

async function offerSlot({ d1, clock, work }: Services, { funnel, line }: PlacedFunnel): Promise<void> {
  if (funnel.state !== "running") return;
  const slot = slotAt(funnel.config.slots, zoneOf(funnel.config, line), clock.now());
  if (slot === null || (await findSlot(d1, funnel.id, slot.at)) !== null) return;
  await work.send({ kind: "funnel-slot", funnelId: funnel.id, at: slot.at });
}
