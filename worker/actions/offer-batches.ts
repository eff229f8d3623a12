// Asks the work queue to put questions to volunteers; more often than once does no harm.
import type { Services } from "../services.ts";

/** A queue takes at most so many at once (Cloudflare). */
const OFFERED_AT_ONCE = 100;

export async function offerBatches({ work }: Pick<Services, "work">, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += OFFERED_AT_ONCE)
    await work.sendBatch(
      ids
        .slice(from, from + OFFERED_AT_ONCE)
        .map((batchId) => ({ body: { kind: "ask-volunteer", batchId } })),
    );
}
