// What became of a message we sent, in words; of a failure with its reason.
import { describeFailure } from "#core/campaign/reasons";
import { describeRefusal } from "#core/campaign/refusals";

export interface Sent {
  readonly status: string;
  readonly errorCode: number | null;
  readonly reason: string | null;
  readonly channel: string;
}

export interface Delivery {
  readonly words: string;
  readonly isTrouble: boolean;
}

/** A web chat has nobody who reports what arrived: what was handed over is there. */
export function describeDelivery({ status, errorCode, reason, channel }: Sent): Delivery {
  switch (status) {
    case "pending":
      return { words: "Waits to be sent", isTrouble: false };
    case "handed-over":
    case "accepted":
    case "scheduled":
    case "queued":
    case "sending":
      return { words: channel === "chat" ? "Delivered" : "On its way", isTrouble: false };
    case "sent":
      return { words: "Sent", isTrouble: false };
    case "delivered":
      return { words: "Delivered", isTrouble: false };
    case "read":
      return { words: "Read", isTrouble: false };
    case "unknown":
      return { words: "Nobody knows whether it arrived", isTrouble: true };
    case "failed":
    case "undelivered":
      return { words: `Not delivered: ${describeFailure(errorCode)}`, isTrouble: true };
    case "refused":
    case "canceled":
      return { words: `Not sent: ${describeRefusal(reason ?? status)}`, isTrouble: true };
    default:
      return { words: status, isTrouble: false };
  }
}
