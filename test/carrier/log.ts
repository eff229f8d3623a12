// Everything the carrier saw, in order: the witness the figures are counted from.
import type { Form } from "./form.ts";
import type { Status } from "./message.ts";
import type { Outcome } from "./network/call-product.ts";
import type { VoiceSeen } from "./voice/seen.ts";

type Seen =
  | VoiceSeen
  /** A handset sent something. */
  | { kind: "texted"; sid: string; from: string; to: string; body: string; mediaCount: number }
  /** One attempt to reach the message webhook or any voice webhook. */
  | {
      kind: "webhook";
      sid: string;
      url: string;
      form: Form;
      token: string;
      attempt: number;
      outcome: Outcome;
    }
  | {
      kind: "callback";
      sid: string;
      status: Status;
      url: string;
      form: Form;
      token: string;
      outcome: Outcome;
    }
  | { kind: "callback-dropped"; sid: string; status: Status }
  /** The product handed over a message and the carrier took it. */
  | {
      kind: "accepted";
      sid: string;
      via: Via;
      from: string;
      to: string;
      body: string;
      validityPeriodS?: number;
    }
  | ({ kind: "refused"; via: Via; code: number; message: string } & Partial<
      Record<"from" | "to" | "body", string | undefined>
    >)
  | { kind: "status"; sid: string; status: Status; errorCode?: number }
  /** A handset received something. */
  | { kind: "arrived"; sid: string; handset: string; line: string; body: string; by: "product" | "carrier" }
  /** What Twilio's console would show as an error or warning. */
  | { kind: "debugger"; code: number; message: string; sid?: string; url?: string }
  | { kind: "request"; method: string; path: string; status: number; code?: number };

export type Via = "rest" | "twiml";

export type LogEntry = Seen & { at: number };

export type Log<Seen> = {
  readonly entries: readonly (Seen & { at: number })[];
  add: (entry: Seen) => void;
  /** Calls back on every new entry until the returned function is called. */
  listen: (listener: (entry: Seen & { at: number }) => void) => () => void;
};

export type CarrierLog = Log<Seen>;

/** About 100 MB at the worst; a campaign of 20,000 people fits with every receipt. */
const LOG_ENTRIES_MAX = 200_000;

export function createLog<Seen>(now: () => number): Log<Seen> {
  const entries: (Seen & { at: number })[] = [];
  const listeners = new Set<(entry: Seen & { at: number }) => void>();
  return {
    entries,
    add: (seen) => {
      const entry = { ...seen, at: now() };
      entries.push(entry);
      if (entries.length > LOG_ENTRIES_MAX) entries.splice(0, LOG_ENTRIES_MAX / 10);
      for (const listener of listeners) listener(entry);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
