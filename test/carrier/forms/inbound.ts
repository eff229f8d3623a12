// The form Twilio posts for a message a person sent.
import { type Form, makeForm } from "../form.ts";
import { bareAddress, channelOf } from "../line.ts";
import type { Message, Option } from "../message.ts";
import { placeOf } from "./places.ts";
import { countSegments } from "./segments.ts";

export type InboundFacts = {
  accountSid: string;
  profileName: string;
  optOutType: "STOP" | "START" | "HELP" | undefined;
  /** What was tapped, and on which message. */
  tapped: Tap | undefined;
};

export type Tap = Option & { on: Message };

const MEDIA_HOST = "https://api.twilio.com";

export function inboundForm(message: Message, facts: InboundFacts): Form {
  const fields =
    channelOf(message.from) === "whatsapp" ? whatsappFields(message, facts) : smsFields(message, facts);
  return makeForm({ ...fields, ...mediaFields(message, facts.accountSid) });
}

function commonFields(message: Message, facts: InboundFacts): Record<string, string | undefined> {
  return {
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    SmsSid: message.sid,
    SmsStatus: "received",
    Body: message.body,
    To: message.to,
    NumSegments: String(countSegments(message.body)),
    MessageSid: message.sid,
    AccountSid: facts.accountSid,
    From: message.from,
    MessagingServiceSid: message.line.messagingServiceSid,
    OptOutType: facts.optOutType,
    ApiVersion: "2010-04-01",
  };
}

function smsFields(message: Message, facts: InboundFacts): Record<string, string | undefined> {
  const [from, to] = [placeOf(message.from), placeOf(message.to)];
  return {
    ToCountry: to.country,
    ToState: to.state,
    ToCity: to.city,
    ToZip: to.zip,
    FromCountry: from.country,
    FromState: from.state,
    FromCity: from.city,
    FromZip: from.zip,
    ...commonFields(message, facts),
  };
}

function whatsappFields(message: Message, facts: InboundFacts): Record<string, string | undefined> {
  const bare = bareAddress(message.from);
  const waId = bare.startsWith("+") ? bare.slice(1) : undefined;
  return {
    ...commonFields(message, facts),
    ...tapFields(facts.tapped),
    ...locationFields(message),
    ProfileName: facts.profileName,
    WaId: waId,
    MessageType: messageType(message, facts.tapped),
    ReferralNumMedia: "0",
    ChannelMetadata: JSON.stringify({
      type: "whatsapp",
      data: { context: { ProfileName: facts.profileName, WaId: waId } },
    }),
  };
}

function messageType(message: Message, tapped: Tap | undefined): string {
  if (tapped !== undefined) return tapped.on.approvedTemplate ? "button" : "interactive";
  if (message.location !== undefined) return "location";
  const media = message.media[0];
  return media?.kind === "stored" ? (media.contentType.split("/")[0] ?? "document") : "text";
}

function tapFields(tapped: Tap | undefined): Record<string, string | undefined> {
  if (tapped === undefined) return {};
  const original = { OriginalRepliedMessageSender: tapped.on.from, OriginalRepliedMessageSid: tapped.on.sid };
  return tapped.kind === "button"
    ? { ...original, ButtonText: tapped.title, ButtonPayload: tapped.id }
    : { ...original, ListTitle: tapped.title, ListId: tapped.id, ListDescription: tapped.description };
}

function locationFields(message: Message): Record<string, string | undefined> {
  if (message.location === undefined) return {};
  const { latitude, longitude, label, address } = message.location;
  return { Latitude: String(latitude), Longitude: String(longitude), Label: label, Address: address };
}

/** Twilio always names its own host here, wherever the REST API is really reached. */
function mediaFields(message: Message, accountSid: string): Record<string, string> {
  const base = `${MEDIA_HOST}/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media`;
  const stored = message.media.filter((media) => media.kind === "stored");
  return Object.fromEntries(
    stored.flatMap((media, index) => [
      [`MediaContentType${index}`, media.contentType],
      [`MediaUrl${index}`, `${base}/${media.sid}`],
    ]),
  );
}
