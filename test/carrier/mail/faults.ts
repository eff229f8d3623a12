// What can go wrong between Resend and the product, on demand: once, a few times, for a while, or until cleared.
import type { Clock } from "../clock.ts";
import { createFaultQueue, type FaultQueue } from "../fault-queue.ts";
import { createGate, type Gate } from "../gate.ts";

/** What happens to one request that sends. */
export type PostFault =
  /** Turned down before anything happened; a 429 with the seconds to wait. */
  | { kind: "refused"; status: number; retryAfterS?: number }
  /** Taken, but the answer says otherwise (a 5xx). */
  | { kind: "accepted-but-answers"; status: number }
  /** Taken, and the connection breaks before the answer. */
  | { kind: "accepted-then-dropped" }
  /** Taken, and no answer comes until `heldAnswers` are released; meanwhile its idempotency key is in use. */
  | { kind: "answer-held" }
  /** The connection breaks before anything happened. */
  | { kind: "dropped" };

/** What happens to one event on its way to the product. */
export type EventFault =
  | { kind: "dropped" }
  /** Every time with the same `svix-id`, as Svix does. */
  | { kind: "repeated"; times: number }
  | { kind: "late"; delayMs: number }
  /** Kept back until `heldEvents` are released, in any order. */
  | { kind: "held" }
  /** Signed with another secret; what Svix tries again later is signed rightly. */
  | { kind: "forged"; secret: string };

export interface PostFaults {
  readonly sends: FaultQueue<PostFault>;
  readonly events: FaultQueue<EventFault>;
  readonly heldEvents: Gate;
  readonly heldAnswers: Gate;
  /** Every request is answered like this for so long, by the simulator's clock. */
  readonly goDown: (forMs: number, status?: number) => void;
  /** For the API: the status to answer while it is down. */
  readonly downStatus: () => number | null;
  readonly clear: () => void;
}

export function createPostFaults(clock: Clock): PostFaults {
  const sends = createFaultQueue<PostFault>();
  const events = createFaultQueue<EventFault>();
  const heldEvents = createGate();
  const heldAnswers = createGate();
  let down = { untilMs: Number.NEGATIVE_INFINITY, status: 503 };
  return {
    sends,
    events,
    heldEvents,
    heldAnswers,
    goDown: (forMs, status = 503) => {
      down = { untilMs: clock.now() + forMs, status };
    },
    downStatus: () => (clock.now() < down.untilMs ? down.status : null),
    clear: () => {
      sends.clear();
      events.clear();
      heldEvents.release();
      heldAnswers.release();
      down = { ...down, untilMs: Number.NEGATIVE_INFINITY };
    },
  };
}
