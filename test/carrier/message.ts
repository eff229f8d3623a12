// One message as the carrier stores it, in either direction.
import type { CarrierLine } from "./line.ts";

export type Status =
  | "accepted"
  | "scheduled"
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "canceled"
  | "read"
  | "received";

export type Media =
  | { kind: "stored"; sid: string; contentType: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "linked"; sid: string; url: string };

/** A button or list row a person can tap instead of typing. */
export type Option = { kind: "button" | "row"; title: string; id: string; description?: string };

export type StatusHook = { url: string; method: "POST" | "GET" };

export type Message = {
  sid: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  /** Twilio's own answers to STOP and HELP reach the handset, but no API ever lists them. */
  by: "handset" | "product" | "carrier";
  from: string;
  to: string;
  line: CarrierLine;
  /** The handset's number or WhatsApp user id, without channel. */
  handset: string;
  body: string;
  media: Media[];
  options: Option[];
  location?: Location;
  status: Status;
  errorCode?: number;
  createdAt: number;
  updatedAt: number;
  sentAt?: number;
  /** When the product asked for it to go (`SendAt`), if not at once. */
  dueAt?: number;
  validityPeriodS?: number;
  messagingServiceSid?: string;
  statusHook?: StatusHook;
  contentSid?: string;
  /** Of an inbound one: whether the product took it. */
  heard?: boolean;
  receipts: Receipts;
  /** Sent by a template that WhatsApp lets through outside the 24 h window. */
  approvedTemplate: boolean;
};

/** Status callbacks on their way: the last in line, and those a fault keeps back until the journey ends. */
export type Receipts = { last: Promise<void>; shuffled: (() => Promise<void>)[] };

export type Location = { latitude: number; longitude: number; label?: string; address?: string };

const FINAL: ReadonlySet<Status> = new Set([
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "read",
  "received",
]);

export function isFinal(status: Status): boolean {
  return FINAL.has(status);
}
