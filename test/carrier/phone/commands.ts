// What a person does with the phone in the browser, checked and carried out.
import * as z from "zod";
import { findLine, type Exchange } from "../exchange.ts";
import { findHandset } from "../handset-state.ts";
import { findTap, nameHandset, setDelivery } from "../handset.ts";
import { type Composed, receive } from "../receive.ts";
import { answeringOf, deliveryOf } from "./switchboard.ts";
import type { ClockCommand, PhoneSwitches, SendCommand, Switches } from "./wire.ts";

/** E.164, or a WhatsApp user id. */
export const number = z.string().regex(/^(\+[1-9]\d{6,14}|[A-Z]{2}\.\d{6,})$/);

/** What Twilio lets through as MMS, as base64. */
const PICTURE_BASE64_MAX = (5 * 1024 * 1024 * 4) / 3;
const BODY_CHARS_MAX = 1600;

const body = z.string().max(BODY_CHARS_MAX);

const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  label: z.string().max(200).exactOptional(),
  address: z.string().max(200).exactOptional(),
});

export const sendCommand: z.ZodType<SendCommand> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), number, line: z.string(), body: body.min(1) }),
  z.object({ kind: z.literal("tap"), number, sid: z.string(), title: z.string() }),
  z.object({ kind: z.literal("location"), number, line: z.string(), location }),
  z.object({
    kind: z.literal("picture"),
    number,
    line: z.string(),
    body,
    contentType: z.string().regex(/^((image|audio|video)\/[\w.+-]+|application\/pdf|text\/vcard)$/),
    base64: z.base64().max(PICTURE_BASE64_MAX),
  }),
]);

export type PersonCommand = { number: string; name?: string; zone?: string };

export const personCommand: z.ZodType<PersonCommand> = z.object({
  number,
  name: z.string().max(60).exactOptional(),
  zone: z.string().exactOptional(),
});

export const switchesCommand: z.ZodType<Switches> = z.object({
  delayMs: z.number().int().min(0).max(60_000),
  webhooks: z.enum(["normal", "doubled", "doubled-anew", "answers-lost", "unreachable"]),
  callbacks: z.enum(["normal", "dropped", "doubled", "late", "shuffled"]),
});

export const phoneCommand: z.ZodType<PhoneSwitches & { number: string }> = z.object({
  number,
  power: z.enum(["on", "off", "unreachable", "landline"]),
  reads: z.boolean(),
  hides: z.boolean(),
  calls: z.enum(["rings", "accepts", "mailbox", "busy", "no-such-number"]),
});

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

export const clockCommand: z.ZodType<ClockCommand> = z.union([
  z.object({ advanceMs: z.number().int().min(1).max(YEAR_MS) }),
  z.object({ until: z.literal("next-morning"), zone: z.string() }),
]);

/** Hands the message to the carrier; what comes of it shows in the thread. */
export function sendFromPhone(exchange: Exchange, command: SendCommand): void {
  const handset = findHandset(exchange.handsets, command.number);
  if (command.kind === "tap") {
    const tapped = findTap(handset, command.title, command.sid);
    void exchange.outstanding.track(
      receive(exchange, handset, tapped.on.line, { body: tapped.title, tapped }),
    );
    return;
  }
  const line = findLine(exchange, command.line);
  if (line === undefined) throw new Error(`no line ${command.line}`);
  void exchange.outstanding.track(receive(exchange, handset, line, compose(command)));
}

function compose(command: Exclude<SendCommand, { kind: "tap" }>): Composed {
  switch (command.kind) {
    case "text":
      return { body: command.body };
    case "location":
      return { body: "", location: command.location };
    case "picture": {
      const bytes = new Uint8Array(Buffer.from(command.base64, "base64"));
      return { body: command.body, media: [{ contentType: command.contentType, bytes }] };
    }
    default:
      return command satisfies never;
  }
}

export function addPerson(exchange: Exchange, { number, ...facts }: PersonCommand): void {
  nameHandset(exchange, number, facts);
}

export function turnPhone(exchange: Exchange, command: PhoneSwitches & { number: string }): void {
  const state = findHandset(exchange.handsets, command.number);
  state.readsMessages = command.reads;
  state.hidesNumber = command.hides;
  state.whenCalled = answeringOf(command.calls);
  setDelivery(state, deliveryOf(command.power));
}
