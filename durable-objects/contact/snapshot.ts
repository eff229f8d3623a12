// What a Contact shows of itself to the staff.
import { wakesAt } from "#core/contact/keeping";
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
    conversations: Object.values(conversations).map((conversation) => {
      const { lineId, runId, flowId, versionId, state } = conversation;
      const phase = state?.phase ?? "waiting";
      return {
        lineId,
        runId,
        flowId,
        versionId,
        phase,
        node: state?.node ?? null,
        wakesAt: wakesAt(conversation),
      };
    }),
  };
}
