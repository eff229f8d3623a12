// The carrier refused a campaign's message: the line it went by backs off, the campaign's own line decides whether to go on.
import type { FailedCall } from "#core/campaign/sending";
import type { Services } from "../services.ts";

export async function reportFailure(
  { clock, sender }: Services,
  homeId: string,
  failure: Omit<FailedCall, "draw" | "now">,
): Promise<void> {
  const call = { ...failure, draw: Math.random(), now: clock.now() };
  for (const lineId of new Set([failure.lineId, homeId])) await sender(lineId).failed(call);
}
