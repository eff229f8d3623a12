// What the phone page and the carrier tell each other. Types only: both sides import them.
import type { Form } from "../form.ts";
import type { Channel, LineKind } from "../line.ts";
import type { MailWorld } from "../mail/page/wire.ts";
import type { Location, Option } from "../message.ts";

export type PhoneLine = { address: string; name: string; channel: Channel; kind: LineKind };

export type Person = {
  number: string;
  name: string;
  zone?: string;
  preview: string;
  lastAt: number;
  /** What its telephone does, where it does something. */
  call?: "ringing" | "calling" | "talking";
};

/** One thing heard or done during a call. */
export type CallLine = {
  by: "machine" | "other" | "me" | "network";
  text: string;
  /** Of what a machine says: BCP 47. */
  language?: string;
};

/** The newest call of the phone in hand. */
export type PhoneCall = {
  sid: string;
  direction: "incoming" | "outgoing";
  /** The other end, as the telephone shows it. */
  number: string;
  name: string;
  state: "ringing" | "talking" | "over";
  /** Epoch ms on the product's clock. */
  answeredAt: number | null;
  endedAt: number | null;
  /** What the other end waits for: a key, or a message to be recorded. */
  wants: "keys" | "message" | null;
  /** Whom it is connected with, if anybody. */
  partner: string | null;
  lines: CallLine[];
  /** How it ended, in words. */
  ending: string;
};

export type CallCommand =
  | { kind: "dial"; number: string; line: string }
  | { kind: "answer"; number: string }
  | { kind: "hang-up"; number: string }
  | { kind: "press"; number: string; key: string }
  | { kind: "speak"; number: string; text: string };

export type ThreadMessage = {
  sid: string;
  /** Who wrote it: the person with the phone, the product, or the carrier itself. */
  by: "handset" | "product" | "carrier";
  line: string;
  body: string;
  pictures: { url: string; contentType: string }[];
  options: Option[];
  location?: Location;
  at: number;
  /** Of the person's own: on its way, heard by the product, or not. Of the product's: what the carrier reported. */
  state: string;
};

/** One thing that went over the wire, for the panel beside the phone. */
export type WireNote = {
  id: number;
  at: number;
  tone: Tone;
  title: string;
  detail: string;
  /** What was posted, and what came back. */
  form?: Form;
  answer?: string;
};

export type Tone = "to-product" | "from-product" | "receipt" | "trouble";

export type Switches = {
  delayMs: number;
  webhooks: "normal" | "doubled" | "doubled-anew" | "answers-lost" | "unreachable";
  callbacks: "normal" | "dropped" | "doubled" | "late" | "shuffled";
};

/** Switches of one phone. */
export type PhoneSwitches = {
  power: "on" | "off" | "unreachable" | "landline";
  reads: boolean;
  /** Its own calls show no number. */
  hides: boolean;
  /** What becomes of calls to it. */
  calls: "rings" | "accepts" | "mailbox" | "busy" | "no-such-number";
};

export type World = {
  lines: PhoneLine[];
  people: Person[];
  switches: Switches;
  /** Where the product is, for links from the page. */
  productUrl: string;
  chatFlows: string[];
};

export type Thread = { number: string; phone: PhoneSwitches; messages: ThreadMessage[] };

export type ClockReading = { now: number; following: boolean; problem?: string };

/** The events of `/sim/events`. */
export type PhoneEvent =
  | { kind: "world"; world: World }
  | { kind: "thread"; thread: Thread }
  | { kind: "call"; call: PhoneCall | null }
  | { kind: "wire"; note: WireNote }
  | { kind: "mail"; mail: MailWorld }
  | { kind: "clock"; clock: ClockReading };

export type SendCommand =
  | { kind: "text"; number: string; line: string; body: string }
  | { kind: "tap"; number: string; sid: string; title: string }
  | { kind: "location"; number: string; line: string; location: Location }
  | { kind: "picture"; number: string; line: string; body: string; contentType: string; base64: string };

export type ClockCommand = { advanceMs: number } | { until: "next-morning"; zone: string };
