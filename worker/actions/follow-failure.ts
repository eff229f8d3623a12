// A recipient's message failed for good: what its campaign makes of that - another attempt, another channel, or a pause.
import { recipientId } from "#core/campaign/recipient-id";
import { followUp } from "#core/campaign/retry";
import { findAttempt, planAttempt } from "../db/attempts.ts";
import { writePage } from "../db/recipients.ts";
import type { Services } from "../services.ts";
import { findPinned } from "./find-pinned.ts";
import { reportFailure } from "./report-failure.ts";

export interface Failed {
  readonly messageId: string;
  readonly code: number | null;
  /** A callback said so: nobody has told the Sender yet. */
  readonly isLate: boolean;
}

/** The same news again changes nothing. */
export async function followFailure(services: Services, { messageId, code, isLate }: Failed): Promise<void> {
  const { d1, clock, sender } = services;
  const failed = await findAttempt(d1, messageId, code);
  if (failed === null) return;
  const { campaignId, addressId, lineId, homeId, attempt, launchedAt, timesSame } = failed;
  const now = clock.now();
  if (isLate) await reportFailure(services, homeId, { lineId, campaignId, messageId, code, status: null });
  const pinned = await findPinned(services, homeId, campaignId);
  if (pinned === null) return;
  const isFallback = lineId !== homeId;
  const hasFallback = pinned.fallback !== null;
  const following = followUp(code, { attempt, isFallback, hasFallback, timesSame }, now);
  if (following.kind === "nothing") return;
  const line = following.line === "fallback" || isFallback ? (pinned.fallback ?? pinned.line) : pinned.line;
  const id = recipientId({ campaignId, addressId, launchedAt, attempt: attempt + 1 });
  const { at: dueAt } = following;
  await planAttempt(d1, { id, of: messageId, lineId: line.id, channel: line.channel, dueAt, now });
  // Planned first, so that a page that comes at once finds it.
  const taken = await sender(homeId).putOff({ campaignId, dueAt, now });
  if (taken === "over") await writePage(d1, campaignId, [], [{ id, status: "canceled", reason: "over" }]);
}
