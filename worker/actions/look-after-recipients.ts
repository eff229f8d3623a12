// Recipients in doubt are looked after: whose alarm was lost is woken here, and finds out what became of its claim.
import type { PumpJob } from "#core/campaign/jobs";
import { listAddressesOf } from "../db/recipients.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** One that cannot be woken stays in doubt, and is asked for again. */
export async function lookAfterRecipients(
  services: Services,
  { campaignId, lineId, messageIds }: Extract<PumpJob, { kind: "look-after" }>,
): Promise<void> {
  const { clock, contact, d1, log, sender } = services;
  const now = clock.now();
  const rows = await listAddressesOf(d1, messageIds);
  const woken = await Promise.allSettled(rows.map(({ addressId }) => contact(addressId).tick({ now })));
  const failed = new Set<string>();
  for (const [index, one] of woken.entries()) {
    const row = rows[index];
    if (one.status === "fulfilled" || row === undefined) continue;
    failed.add(row.id);
    log.error("not-looked-after", { messageId: row.id, error: describeError(one.reason) });
  }
  const done = messageIds.filter((id) => !failed.has(id));
  await sender(lineId).lookedAfter({ campaignId, messageIds: done, now: clock.now() });
}
