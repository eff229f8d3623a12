// What a Sender shows of itself to the staff.
import type { Progress } from "#core/campaign/progress";
import type { SenderSnapshot } from "#core/campaign/sending";
import { lineHeldUntil } from "#core/campaign/slots";
import type { LineState } from "#core/campaign/slots";

export function toSnapshot(
  lineId: string,
  line: LineState,
  campaigns: Iterable<Progress>,
  now: number,
): SenderSnapshot {
  const heldUntil = lineHeldUntil(line);
  const isHeld = heldUntil > now;
  const because = line.backOff.until > line.heldUntil ? "back-off" : line.heldBecause;
  return {
    lineId,
    heldUntil: isHeld ? heldUntil : null,
    heldBecause: isHeld ? because : null,
    spentMicros: line.day.spentMicros,
    campaigns: Array.from(campaigns, ({ campaignId, state, reason, changedAt, planned, nextDueAt }) => {
      return { campaignId, state, reason, changedAt, planned, nextDueAt };
    }),
  };
}
