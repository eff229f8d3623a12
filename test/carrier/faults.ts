// What can go wrong between the carrier and the product, on demand: once, a few times, or until cleared.
import { createFaultQueue, type FaultQueue } from "./fault-queue.ts";
import { createGate, type Gate } from "./gate.ts";
import type { TranscriptFault } from "./voice/transcript-fault.ts";

/** What happens to one webhook: of an inbound message, or any that asks how a call goes on. */
export type WebhookFault =
  | { kind: "repeated"; times: number; token: "same" | "new"; together?: boolean }
  /** The product does its work, but this many of its answers never get back. */
  | { kind: "answer-lost"; answers?: number }
  /** This many attempts never reach the product. */
  | { kind: "no-connection"; attempts?: number }
  | { kind: "late"; delayMs: number }
  /** Signed with another account's token. */
  | { kind: "forged"; authToken: string };

/** What happens to one callback: a receipt, or what is told of a call or a recording. */
export type CallbackFault =
  | { kind: "dropped" }
  | { kind: "repeated"; times: number }
  | { kind: "late"; delayMs: number }
  /** Kept back until `releaseCallbacks`. */
  | { kind: "held" }
  /** Kept back until the message's journey or the call ends, then sent in any order. */
  | { kind: "shuffled" };

/** What happens to one REST request that creates a message. */
export type SendFault =
  /** Turned down before anything happened: 429 or a 5xx that did nothing. */
  | { kind: "refused"; status: number }
  /** Taken and carried out, but the answer says so wrongly (a 5xx). */
  | { kind: "accepted-but-answers"; status: number }
  /** Taken and carried out, and the connection breaks before the answer. */
  | { kind: "accepted-then-dropped" }
  /** The connection breaks before anything happened. */
  | { kind: "dropped" }
  /** The answer leaves only after every status callback of the message. */
  | { kind: "answered-last" };

/** What happens to any other REST request. */
export type RequestFault = { kind: "refused"; status: number } | { kind: "dropped" };

export type Faults = {
  webhooks: FaultQueue<WebhookFault>;
  callbacks: FaultQueue<CallbackFault>;
  transcripts: FaultQueue<TranscriptFault>;
  sends: FaultQueue<SendFault>;
  requests: FaultQueue<RequestFault>;
  /** Twilio's outgoing queue: while held, messages age towards their validity period. */
  outgoing: Gate;
  /** The callbacks that suffered `held`. */
  heldCallbacks: Gate;
  clear: () => void;
};

export function createFaults(): Faults {
  const faults = {
    webhooks: createFaultQueue<WebhookFault>(),
    callbacks: createFaultQueue<CallbackFault>(),
    transcripts: createFaultQueue<TranscriptFault>(),
    sends: createFaultQueue<SendFault>(),
    requests: createFaultQueue<RequestFault>(),
    outgoing: createGate(),
    heldCallbacks: createGate(),
  };
  const clear = (): void => {
    faults.webhooks.clear();
    faults.callbacks.clear();
    faults.transcripts.clear();
    faults.sends.clear();
    faults.requests.clear();
    faults.outgoing.release();
    faults.heldCallbacks.release();
  };
  return { ...faults, clear };
}
