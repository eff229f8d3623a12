// Pages of campaigns: each job by itself, side by side, since most of its time is spent waiting for slots.
import type { PumpJob } from "#core/campaign/jobs";
import type { Services } from "../services.ts";

export async function consumePump(services: Services, batch: MessageBatch<PumpJob>): Promise<void> {
  services.log.warn("pump-not-built", { count: batch.messages.length });
  await Promise.resolve();
}
