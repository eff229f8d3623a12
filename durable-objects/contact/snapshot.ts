// What a Contact shows of itself to the staff.
import type { Consent, Memory } from "#core/contact/memory";

export interface Snapshot {
  readonly consent: Consent;
  readonly conversations: readonly {
    readonly lineId: string;
    readonly runId: string;
    readonly flowId: string;
    readonly versionId: string;
    readonly phase: "asking" | "waiting" | "with-person" | "finished";
    readonly node: string | null;
    /** Epoch milliseconds; null when only the person can move it. */
    readonly wakesAt: number | null;
  }[];
}

export function toSnapshot({ self, conversations }: Memory): Snapshot {
  return {
    consent: self.consent,
    conversations: Object.values(conversations).map(
      ({ lineId, runId, flowId, versionId, state, startAt, heldUntil }) => ({
        lineId,
        runId,
        flowId,
        versionId,
        phase: state?.phase ?? "waiting",
        node: state?.node ?? null,
        wakesAt: heldUntil ?? startAt ?? state?.wake?.at ?? null,
      }),
    ),
  };
}
