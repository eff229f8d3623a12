// What the phone page and the carrier tell each other. Types only: both sides import them.
import type { Form } from "../form.ts";
import type { Channel, LineKind } from "../line.ts";
import type { MailWorld } from "../mail/page/wire.ts";
import type { Location, Option } from "../message.ts";

export type PhoneLine = { address: string; name: string; channel: Channel; kind: LineKind };

export type Person = { number: string; name: string; zone?: string; preview: string; lastAt: number };

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
export type PhoneSwitches = { power: "on" | "off" | "unreachable" | "landline"; reads: boolean };

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
  | { kind: "wire"; note: WireNote }
  | { kind: "mail"; mail: MailWorld }
  | { kind: "clock"; clock: ClockReading };

export type SendCommand =
  | { kind: "text"; number: string; line: string; body: string }
  | { kind: "tap"; number: string; sid: string; title: string }
  | { kind: "location"; number: string; line: string; location: Location }
  | { kind: "picture"; number: string; line: string; body: string; contentType: string; base64: string };

export type ClockCommand = { advanceMs: number } | { until: "next-morning"; zone: string };
