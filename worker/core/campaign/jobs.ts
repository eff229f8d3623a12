// What the pump queue carries: which page of a campaign to send. Never a text, never a number.

/**
 * A campaign's ids fall evenly into so many lanes by their first derived digit; each lane is pumped by itself, so that
 * a fast sender has several pages on the way at once (a Worker opens six connections at a time).
 */
export const LANES = 16;

export type PumpJob =
  /** The next recipients of a lane after `cursor`, which take their turn. */
  | {
      readonly kind: "lane";
      readonly campaignId: string;
      readonly lineId: string;
      readonly lane: number;
      readonly cursor: string | null;
      readonly limit: number;
    }
  /** Recipients that were put off and have come due. */
  | { readonly kind: "due"; readonly campaignId: string; readonly lineId: string; readonly limit: number }
  /** Is really nobody left? The more often it was asked, the less is left to wait for. */
  | { readonly kind: "check"; readonly campaignId: string; readonly lineId: string; readonly round: number }
  /** These may have been claimed by somebody who never said what came of it. */
  | {
      readonly kind: "look-after";
      readonly campaignId: string;
      readonly lineId: string;
      readonly messageIds: readonly string[];
    }
  /** It is over: who was not reached is not sent anything. */
  | {
      readonly kind: "withdraw";
      readonly campaignId: string;
      readonly lineId: string;
      readonly reason: "cancelled" | "failed" | "expired" | "enough-answers";
    };
export type PageJob = Extract<PumpJob, { kind: "lane" | "due" }>;
