// A person with a phone, in the words of a test: text, tap, expect, call.
import type { Exchange } from "./exchange.ts";
import { findLine } from "./exchange.ts";
import type { Tap } from "./forms/inbound.ts";
import { type Delivery, findHandset, type HandsetState } from "./handset-state.ts";
import { describeInbox, toReceived, type Received } from "./inbox.ts";
import { addressOn, type CarrierLine } from "./line.ts";
import type { Location, Message } from "./message.ts";
import { type Composed, type Picture, receive } from "./receive.ts";
import type { Answering } from "./voice/answering.ts";
import { type Call, driveCall } from "./voice/call.ts";
import { isOver, type Leg } from "./voice/leg.ts";
import { passUntil } from "./voice/pass-time.ts";
import { type CallOptions, placeCall } from "./voice/place-call.ts";

export type Handset = {
  readonly number: string;
  /** Sends an SMS; resolves with its SID when the product has answered and its replies have arrived. */
  text: (line: string, body: string) => Promise<string>;
  /** The same by WhatsApp; the line may be named with or without `whatsapp:`. */
  whatsapp: (line: string, body: string) => Promise<string>;
  sendMedia: (line: string, picture: Picture, body?: string) => Promise<string>;
  sendLocation: (line: string, location: Location) => Promise<string>;
  /** Taps a quick reply or list row of the newest message that offers it. */
  tap: (title: string) => Promise<string>;
  /** Everything received, in order; of one line if named. */
  inbox: (line?: string) => Received[];
  /** Waits for a message no `expect` has claimed yet that contains the text or matches the pattern. */
  expect: (wanted: string | RegExp, options?: ExpectOptions) => Promise<Received>;
  /** What has arrived and no `expect` has claimed. */
  unclaimed: () => Received[];
  /** Decides how messages to this phone fare from now on; switching it on delivers what waited. */
  setDelivery: (delivery: Delivery) => void;
  /** Whether WhatsApp reports messages as read; it does unless told otherwise. */
  setReads: (reads: boolean) => void;
  /** Calls a line; resolves when the product has answered its first webhook. Time passes as the call is driven. */
  call: (line: string, options?: CallOptions) => Promise<Call>;
  /** Decides what becomes of calls to this phone from now on; it rings until answered by hand unless told otherwise. */
  whenCalled: (answering: Answering) => void;
  /** Lets time pass until this phone rings, for `answer` or `reject` by hand; one that rings already counts. */
  rings: () => Promise<Call>;
};

export type ExpectOptions = { withinMs?: number; line?: string };

export type HandsetFacts = { name?: string; zone?: string };

const EXPECT_WITHIN_MS = 2_000;

/** Adds what is known of the person; what is not given stays. */
export function nameHandset(exchange: Exchange, number: string, facts: HandsetFacts = {}): void {
  const state = findHandset(exchange.handsets, number);
  state.name = facts.name ?? state.name;
  state.zone = facts.zone ?? state.zone;
}

/** How messages fare from now on; unless it stays off, what waited for the phone goes on its way. */
export function setDelivery(state: HandsetState, delivery: Delivery): void {
  state.delivery = delivery;
  if (delivery.kind === "off") return;
  for (const resume of state.waiting.splice(0)) resume();
}

export function createHandset(exchange: Exchange, number: string): Handset {
  const state = findHandset(exchange.handsets, number);
  const claimed = new Set<Message>();
  const incoming = (): Message[] => state.thread.filter((message) => message.by !== "handset");
  const unclaimed = (): Message[] => incoming().filter((message) => !claimed.has(message));
  const send = async (line: string, composed: Composed): Promise<string> => {
    return (await receive(exchange, state, requireLine(exchange, line), composed)).sid;
  };
  return {
    number,
    text: (line, body) => send(line, { body }),
    whatsapp: (line, body) => send(onWhatsapp(line), { body }),
    sendMedia: (line, picture, body = "") => send(line, { body, media: [picture] }),
    sendLocation: (line, location) => send(line, { body: "", location }),
    tap: async (title) => {
      const tapped = findTap(state, title);
      return send(tapped.on.line.address, { body: tapped.title, tapped });
    },
    inbox: (line) => {
      const wanted = line === undefined ? undefined : requireLine(exchange, line);
      return incoming()
        .filter((message) => wanted === undefined || message.line === wanted)
        .map(toReceived);
    },
    expect: async (wanted, { withinMs = EXPECT_WITHIN_MS, line } = {}) => {
      const find = (): Message | undefined =>
        unclaimed().find(
          (message) => matches(message, wanted) && (line ?? message.line.address) === message.line.address,
        );
      const found = await waitFor(state, find, withinMs);
      if (found === undefined) throw new Error(describeInbox(exchange, state, wanted, withinMs, unclaimed()));
      claimed.add(found);
      return toReceived(found);
    },
    unclaimed: () => unclaimed().map(toReceived),
    setDelivery: (delivery) => setDelivery(state, delivery),
    setReads: (reads) => {
      state.readsMessages = reads;
    },
    call: async (line, options) => {
      const leg = placeCall(exchange, state, requireLine(exchange, line), options);
      await exchange.outstanding.settled();
      return driveCall(exchange, leg);
    },
    whenCalled: (answering) => {
      state.whenCalled = answering;
    },
    rings: async () => {
      await passUntil(exchange, () => findRinging(state) !== undefined);
      const leg = findRinging(state);
      if (leg === undefined) throw new Error(`${number} never rang`);
      return driveCall(exchange, leg);
    },
  };
}

function requireLine(exchange: Exchange, address: string): CarrierLine {
  const line = findLine(exchange, address);
  if (line !== undefined) return line;
  const known = exchange.lines.map((each) => each.address).join(", ");
  throw new Error(`no line ${address}; the carrier has ${known}`);
}

function findRinging({ legs }: HandsetState): Leg | undefined {
  return legs.find((leg) => leg.direction === "outbound-dial" && leg.status === "ringing" && !isOver(leg));
}

function onWhatsapp(line: string): string {
  return line.startsWith("whatsapp:") ? line : addressOn("whatsapp", line);
}

/** The option of that title on the newest message that offers it, or on the one named. */
export function findTap(state: HandsetState, title: string, sid?: string): Tap {
  const on = state.thread.findLast(
    (message) =>
      message.sid === (sid ?? message.sid) && message.options.some((option) => option.title === title),
  );
  const option = on?.options.find((each) => each.title === title);
  if (on === undefined || option === undefined)
    throw new Error(`nothing on ${state.number} offers "${title}"`);
  return { ...option, on };
}

function matches(message: Message, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? message.body.includes(wanted) : wanted.test(message.body);
}

function waitFor<T>(
  state: HandsetState,
  find: () => T | undefined,
  withinMs: number,
): Promise<T | undefined> {
  const now = find();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = (found: T | undefined): void => {
      clearTimeout(timer);
      state.onArrival.delete(check);
      resolve(found);
    };
    const check = (): void => {
      const found = find();
      if (found !== undefined) done(found);
    };
    const timer = setTimeout(() => done(undefined), withinMs);
    state.onArrival.add(check);
  });
}
