// A message from a handset: the block list first, then the product's webhook, then what it answered.
import { announce, enterSandbox } from "./announce.ts";
import type { Exchange } from "./exchange.ts";
import { inboundForm, type Tap } from "./forms/inbound.ts";
import type { HandsetState } from "./handset-state.ts";
import { addressOn, channelOf, type CarrierLine } from "./line.ts";
import type { Location, Media, Message } from "./message.ts";
import { notifyProduct } from "./network/notify-product.ts";
import { newMessage } from "./new-message.ts";
import { applyWords } from "./words.ts";

export type Picture = { contentType: string; bytes: Uint8Array<ArrayBuffer> };

export type Composed = {
  body: string;
  media?: readonly Picture[];
  location?: Location;
  tapped?: Tap;
};

/** Takes the message; resolves when the product has answered and its replies have arrived or failed. */
export async function receive(
  exchange: Exchange,
  handset: HandsetState,
  line: CarrierLine,
  composed: Composed,
): Promise<Message> {
  const message = store(exchange, handset, line, composed);
  if (line.kind === "whatsapp-sandbox" && !enterSandbox(exchange, handset, line, composed.body))
    return message;
  if (channelOf(line.address) === "whatsapp") handset.lastTextedAt.set(line.address, message.createdAt);
  const effect = applyWords(exchange.blocks, line, handset.number, composed.body);
  if (effect?.reply !== undefined) announce(exchange, handset, line, effect.reply);
  const form = inboundForm(message, {
    accountSid: exchange.account.sid,
    profileName: handset.name ?? handset.number,
    optOutType: line.advancedOptOut === true ? effect?.type : undefined,
    tapped: composed.tapped,
  });
  await exchange.outstanding.track(notifyProduct(exchange, message, form));
  return message;
}

function store(exchange: Exchange, handset: HandsetState, line: CarrierLine, composed: Composed): Message {
  const media = (composed.media ?? []).map(({ contentType, bytes }): Media => {
    return { kind: "stored", sid: exchange.mint("ME"), contentType, bytes };
  });
  const message = newMessage(exchange, {
    direction: "inbound",
    by: "handset",
    from: addressOn(channelOf(line.address), handset.number),
    to: line.address,
    line,
    handset: handset.number,
    body: composed.body,
    media,
    status: "received",
    sentAt: exchange.clock.now(),
    ...(composed.location === undefined ? {} : { location: composed.location }),
    ...(line.messagingServiceSid === undefined ? {} : { messagingServiceSid: line.messagingServiceSid }),
  });
  exchange.messages.set(message.sid, message);
  handset.thread.push(message);
  const { sid, from, to, body } = message;
  exchange.log.add({ kind: "texted", sid, from, to, body, mediaCount: media.length });
  return message;
}
