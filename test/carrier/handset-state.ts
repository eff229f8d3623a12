// What the carrier and the phone itself know about one handset.
import type { CarrierLine } from "./line.ts";
import type { Message } from "./message.ts";
import type { Answering } from "./voice/answering.ts";
import type { Leg } from "./voice/leg.ts";

/** How messages fare on their way to this handset. */
export type Delivery =
  | { kind: "normal" }
  /** Switched off: what is sent waits at the network until it is on again. */
  | { kind: "off" }
  /** Arrives, but the network never says so. */
  | { kind: "no-receipt" }
  /** The network tried and reports this code, such as 30003 or 30006. */
  | { kind: "undelivered"; code: number }
  /** Twilio gave up before the network, such as 30007 or 30034. */
  | { kind: "failed"; code: number };

export type HandsetState = {
  /** E.164, or a WhatsApp user id such as `US.1349120865530274`. */
  number: string;
  name: string | undefined;
  zone: string | undefined;
  delivery: Delivery;
  readsMessages: boolean;
  /** Everything sent and received, in the order the handset saw it. */
  thread: Message[];
  /** Called whenever something arrives. */
  onArrival: Set<() => void>;
  joinedSandboxes: Set<string>;
  /** Per line address, for WhatsApp's 24 h window. */
  lastTextedAt: Map<string, number>;
  /** Messages that wait for the handset to be switched on. */
  waiting: (() => void)[];
  /** Its calls from the page show no number. */
  hidesNumber: boolean;
  /** What becomes of calls to it. */
  whenCalled: Answering;
  /** Every call to and from it, oldest first. */
  legs: Leg[];
};

/** The handset of that number or WhatsApp user id; every one that is ever written to exists. */
export function findHandset(handsets: Map<string, HandsetState>, number: string): HandsetState {
  const known = handsets.get(number);
  if (known !== undefined) return known;
  const fresh: HandsetState = {
    number,
    name: undefined,
    zone: undefined,
    delivery: { kind: "normal" },
    readsMessages: true,
    thread: [],
    onArrival: new Set(),
    joinedSandboxes: new Set(),
    lastTextedAt: new Map(),
    waiting: [],
    hidesNumber: false,
    whenCalled: { kind: "rings" },
    legs: [],
  };
  handsets.set(number, fresh);
  return fresh;
}

/** WhatsApp lets a business write freely for this long after the person's last message. */
const WHATSAPP_WINDOW_MS = 24 * 60 * 60 * 1000;

export function isInsideWindow(handset: HandsetState, line: CarrierLine, now: number): boolean {
  const last = handset.lastTextedAt.get(line.address);
  return last !== undefined && now - last < WHATSAPP_WINDOW_MS;
}
