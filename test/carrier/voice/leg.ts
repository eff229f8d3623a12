// One telephone's side of a call: who, since when, what was heard, and the events that the rest of the call waits for.
import type { HandsetState } from "../handset-state.ts";
import type { CarrierLine } from "../line.ts";
import type { StatusHook } from "../message.ts";

/** Twilio's words for the state of a call. */
export type CallStatus =
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

export type Progress = "initiated" | "ringing" | "answered" | "completed";

/** What somebody with the telephone at their ear notices. */
export type Sound =
  | { kind: "said"; text: string; language: string; voice: string }
  | { kind: "played"; url: string }
  | { kind: "beep" }
  /** The other side's telephone is ringing. */
  | { kind: "ringing" }
  | { kind: "silence"; seconds: number }
  /** The two parties hear each other from here on. */
  | { kind: "connected"; with: string }
  | { kind: "parted"; from: string }
  /** Words of the other party. */
  | { kind: "voice"; from: string; text: string }
  | { kind: "tone"; tone: "busy" | "not-in-service" };

export type Heard = Sound & { /** Epoch ms on the carrier's clock. */ at: number };

/** Who brought a leg to its end. `carrier`: nobody answered, a limit was reached, or something failed. */
export type EndedBy = "caller" | "volunteer" | "product" | "carrier";

export type LegEvent =
  | { kind: "key"; key: string }
  | { kind: "speech"; text: string; ms: number }
  | { kind: "answered" }
  /** Somebody waits for keys to be pressed. */
  | { kind: "listening" }
  | { kind: "heard"; sound: Sound }
  | { kind: "bridged"; with: Leg }
  | { kind: "ended" };

/** Who they talked to, since when (epoch ms), for how long; 0 while they still do. */
export type Bridge = { with: string; from: number; seconds: number };

export type Leg = {
  readonly sid: string;
  readonly direction: "inbound" | "outbound-dial";
  /** Whose telephone this is. */
  readonly handset: HandsetState;
  readonly line: CarrierLine;
  readonly from: string;
  readonly to: string;
  readonly parent: Leg | undefined;
  status: CallStatus;
  readonly startedAt: number;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  /** Of calls' own time, in which durations are counted. */
  rangTick: number | undefined;
  answeredTick: number | undefined;
  endedTick: number | undefined;
  endedBy: EndedBy | undefined;
  readonly heard: Heard[];
  /** What the person with this telephone did, each after so many things heard. */
  readonly own: { text: string; at: number; after: number }[];
  readonly bridges: Bridge[];
  partner: Leg | undefined;
  /** What the product waits for on this leg; anything else is lost on it. */
  wants: "keys" | "message" | undefined;
  readonly listeners: Set<(event: LegEvent) => void>;
  statusHook: (StatusHook & { events: ReadonlySet<Progress> }) | undefined;
  /** Numbers the status callbacks. */
  sequence: number;
  /** Callbacks on their way, one after the other, and those that a fault keeps back until the end. */
  readonly receipts: { last: Promise<void>; shuffled: (() => Promise<void>)[] };
};

const OVER: ReadonlySet<CallStatus> = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

export function isOver(leg: Leg): boolean {
  return OVER.has(leg.status);
}

export function emit(leg: Leg, event: LegEvent): void {
  for (const listener of leg.listeners) listener(event);
}

/** Calls back on every event of the leg until the returned function is called. */
export function listen(leg: Leg, listener: (event: LegEvent) => void): () => void {
  leg.listeners.add(listener);
  return () => void leg.listeners.delete(listener);
}

/** Whole seconds since it was answered, as Twilio counts them; 0 for a call that never was. */
export function talkSeconds(leg: Leg, now: number): number {
  if (leg.answeredTick === undefined) return 0;
  return Math.round(((leg.endedTick ?? now) - leg.answeredTick) / 1000);
}
