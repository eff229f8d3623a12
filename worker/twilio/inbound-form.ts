// Twilio's form for an inbound message, parsed: what we read of it, whatever else Twilio adds.
import * as z from "zod";
import type { Attachment, Channel, Location } from "#core/conversation/run";
import type { Inbound } from "#core/contact/memory";
import { parseAddress } from "#core/phone";
import type { Address } from "#core/phone";
import { CHARACTERS_MAX, clean } from "#core/text";
import { fromTwilioAddress } from "./address.ts";

/** Twilio sends at most ten. */
const MEDIA_MAX = 10;

/** The longest address is a WhatsApp user id with its prefix: 144 characters. */
const FROM_CHARACTERS_MAX = 200;
/** Names of people and places, ids of quick replies: nobody needs more of them. */
const NAME_CHARACTERS_MAX = 200;

/** A field that may be missing, too long or there twice: what is odd about it is cut off, the message is never refused for it. */
const optional = (charactersMax: number) =>
  z
    .union([z.string(), z.array(z.string()).transform(([first = ""]) => first)])
    .transform((text) => clean(text, charactersMax))
    .optional();

const coordinate = (degreesMax: number) =>
  optional(NAME_CHARACTERS_MAX)
    .transform((text) => (text?.trim() ? Number(text) : undefined))
    .pipe(z.number().min(-degreesMax).max(degreesMax).optional())
    .catch(undefined);

/** Only what names the message, the account and the line may be a reason to refuse it. */
export const InboundForm = z.object({
  MessageSid: z.string().regex(/^[SM]M[0-9a-fA-F]{32}$/),
  AccountSid: z.string(),
  To: z.string().min(1).max(120),
  From: optional(FROM_CHARACTERS_MAX).default(""),
  Body: optional(CHARACTERS_MAX).default(""),
  NumMedia: z.coerce.number().int().min(0).catch(0),
  MessagingServiceSid: optional(NAME_CHARACTERS_MAX),
  ProfileName: optional(NAME_CHARACTERS_MAX),
  ButtonPayload: optional(NAME_CHARACTERS_MAX),
  ButtonText: optional(NAME_CHARACTERS_MAX),
  ListId: optional(NAME_CHARACTERS_MAX),
  Latitude: coordinate(90),
  Longitude: coordinate(180),
  Label: optional(NAME_CHARACTERS_MAX),
  Address: optional(NAME_CHARACTERS_MAX),
  OptOutType: z.enum(["STOP", "START", "HELP"]).optional().catch(undefined),
});

export interface InboundMessage {
  readonly address: Address;
  readonly inbound: Inbound;
}

/** The message and who it is from; `form` is the whole form, for the numbered media fields. */
export function toInbound(
  parsed: z.infer<typeof InboundForm>,
  form: Readonly<Record<string, string | string[]>>,
  id: string,
  token: string | null,
): InboundMessage {
  const to = fromTwilioAddress(parsed.To);
  const channel: Channel = to.isWhatsApp ? "whatsapp" : "sms";
  return {
    address: parseAddress(parsed.From),
    inbound: {
      id,
      sid: parsed.MessageSid,
      token,
      channel,
      to: to.address,
      serviceSid: parsed.MessagingServiceSid ?? null,
      text: parsed.Body !== "" ? parsed.Body : (parsed.ButtonText ?? ""),
      attachments: readAttachments(form, parsed.NumMedia),
      location: readLocation(parsed),
      option: parsed.ButtonPayload ?? parsed.ListId ?? null,
      optOutType: parsed.OptOutType ?? null,
      profileName: parsed.ProfileName ?? null,
    },
  };
}

/** Only the media's SID is taken from its URL: the URL to fetch it from is one we build. */
function readAttachments(
  form: Readonly<Record<string, string | string[]>>,
  count: number,
): readonly Attachment[] {
  return Array.from({ length: Math.min(count, MEDIA_MAX) }, (_, place) => {
    const [url, type] = [form[`MediaUrl${place}`], form[`MediaContentType${place}`]];
    const ref = typeof url === "string" ? /\/Media\/(ME[0-9a-fA-F]{32})$/.exec(url)?.[1] : undefined;
    return {
      type: typeof type === "string" ? clean(type, NAME_CHARACTERS_MAX) : "application/octet-stream",
      ref: ref ?? "",
    };
  });
}

function readLocation({ Latitude, Longitude, Label, Address }: z.infer<typeof InboundForm>): Location | null {
  if (Latitude === undefined || Longitude === undefined) return null;
  const label = Label ?? Address;
  return { latitude: Latitude, longitude: Longitude, ...(label !== undefined && { label }) };
}
