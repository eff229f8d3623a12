// Whether a message may go from that sender to that person, with Twilio's codes where it may not.
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Exchange } from "../exchange.ts";
import { findLine } from "../exchange.ts";
import { bareAddress, channelOf, type CarrierLine } from "../line.ts";
import { isBlocked } from "../words.ts";
import { Problem } from "./problem.ts";

/** Twilio's test sender that always works. It belongs to no one: nothing is delivered, no callback fires. */
export const TEST_SENDER = "+15005550006";

/** Twilio's magic numbers: what each answers, whoever asks. */
const MAGIC_SENDERS: Readonly<Record<string, number>> = {
  "+15005550001": 21212,
  "+15005550007": 21606,
  "+15005550008": 21611,
};
const MAGIC_RECIPIENTS: Readonly<Record<string, number>> = {
  "+15005550001": 21211,
  "+15005550002": 21612,
  "+15005550003": 21408,
  "+15005550004": 21610,
  "+15005550009": 21614,
};

const MESSAGES: Readonly<Record<number, (address: string) => string>> = {
  21211: (to) => `Invalid 'To' Phone Number: ${to}`,
  21212: (from) => `Invalid From Number (caller ID): ${from}`,
  21408: (to) =>
    `Permission to send an SMS or MMS has not been enabled for the region indicated by the 'To' number: ${to}`,
  21606: (from) =>
    `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination/account`,
  21610: (to) => `Attempt to send to unsubscribed recipient ${to}`,
  21611: (from) => `This 'From' number has exceeded the maximum number of queued messages: ${from}`,
  21612: (to) => `The 'To' phone number: ${to}, is not currently reachable using the 'From' phone number`,
  21614: (to) => `'To' number is not a valid mobile number: ${to}`,
  21910: (to) => `Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel: ${to}`,
  63007: (from) => `Twilio could not find a Channel with the specified From address: ${from}`,
};

export function refuse(code: number, address: string): Problem {
  return new Problem(400, code, MESSAGES[code]?.(address) ?? `Error ${code}`);
}

/** Throws unless the address is a number or WhatsApp user id that exists on paper. */
export function checkRecipient(to: string): void {
  const magic = MAGIC_RECIPIENTS[to];
  if (magic !== undefined) throw refuse(magic, to);
  if (channelOf(to) === "whatsapp" && /^[A-Z]{2}\.\d{6,}$/.test(bareAddress(to))) return;
  if (!isPossibleNumber(bareAddress(to))) throw refuse(21211, to);
}

/** The line a `From` names; the test sender is undefined. */
export function findSender(exchange: Exchange, from: string): CarrierLine | undefined {
  const magic = MAGIC_SENDERS[from];
  if (magic !== undefined) throw refuse(magic, from);
  if (from === TEST_SENDER) return undefined;
  const line = findLine(exchange, from);
  if (line !== undefined) return line;
  if (channelOf(from) === "whatsapp") throw refuse(63007, from);
  throw refuse(isPossibleNumber(from) || /^\d{3,6}$/.test(from) ? 21606 : 21212, from);
}

/** The sender a messaging service picks: the one this person last heard from, else its first. */
export function pickFromService(exchange: Exchange, serviceSid: string, to: string): CarrierLine {
  const pool = exchange.lines.filter(
    (line) => line.messagingServiceSid === serviceSid && channelOf(line.address) === channelOf(to),
  );
  const thread = exchange.handsets.get(bareAddress(to))?.thread ?? [];
  const sticky = thread.findLast((message) => pool.includes(message.line))?.line;
  const line = sticky ?? pool[0];
  if (line === undefined)
    throw new Problem(404, 21701, `The Messaging Service ${serviceSid} has no sender for ${to}`);
  return line;
}

/** Throws where the two do not fit together, or the person texted STOP to this line. */
export function checkPair(exchange: Exchange, line: CarrierLine, to: string): void {
  if (channelOf(line.address) !== channelOf(to)) throw refuse(21910, to);
  if (isBlocked(exchange.blocks, line, bareAddress(to))) throw refuse(21610, to);
}

function isPossibleNumber(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number) && parsePhoneNumberFromString(number)?.isPossible() === true;
}
