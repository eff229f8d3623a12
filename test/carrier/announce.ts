// What Twilio says to a handset by itself: opt-out confirmations and sandbox notices.
import type { Exchange } from "./exchange.ts";
import type { HandsetState } from "./handset-state.ts";
import { arrive } from "./journey.ts";
import { addressOn, channelOf, type CarrierLine } from "./line.ts";
import { newMessage } from "./new-message.ts";

/** Arrives at once, marked as the carrier's; no API lists it and no callback tells of it. */
export function announce(exchange: Exchange, handset: HandsetState, line: CarrierLine, body: string): void {
  const message = newMessage(exchange, {
    direction: "outbound-reply",
    by: "carrier",
    from: line.address,
    to: addressOn(channelOf(line.address), handset.number),
    line,
    handset: handset.number,
    body,
    status: "delivered",
  });
  arrive(exchange, message, handset);
}

/** The WhatsApp sandbox forwards nothing before the person has joined; false while it keeps the text to itself. */
export function enterSandbox(
  exchange: Exchange,
  handset: HandsetState,
  line: CarrierLine,
  text: string,
): boolean {
  if (handset.joinedSandboxes.has(line.address)) return true;
  const code = line.joinCode ?? "join partyline";
  if (text.trim().toLowerCase() !== code) {
    announce(
      exchange,
      handset,
      line,
      `Twilio Sandbox: this number is not connected. Reply "${code}" to join.`,
    );
    return false;
  }
  handset.joinedSandboxes.add(line.address);
  handset.lastTextedAt.set(line.address, exchange.clock.now());
  announce(
    exchange,
    handset,
    line,
    "Twilio Sandbox: You are all set! You can now send and receive messages.",
  );
  return false;
}
