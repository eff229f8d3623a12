// Twilio's form for an inbound message, parsed: what we read of it, whatever else Twilio adds.
import * as z from "zod";
import type { Attachment, Channel, Location } from "#core/conversation/run";
import type { Inbound } from "#core/contact/memory";
import { parseAddress } from "#core/phone";
import type { Address } from "#core/phone";
import { clean } from "#core/text";

/** Twilio sends at most ten. */
const MEDIA_MAX = 10;

export const InboundForm = z.object({
  MessageSid: z.string().regex(/^[SM]M[0-9a-fA-F]{32}$/),
  AccountSid: z.string(),
  From: z.string().max(120).default(""),
  To: z.string().min(1).max(120),
  Body: z.string().max(20_000).default(""),
  NumMedia: z.coerce.number().int().min(0).default(0),
  MessagingServiceSid: z.string().optional(),
  ProfileName: z.string().max(200).optional(),
  ButtonPayload: z.string().max(200).optional(),
  ButtonText: z.string().max(200).optional(),
  ListId: z.string().max(200).optional(),
  Latitude: z.coerce.number().min(-90).max(90).optional().catch(undefined),
  Longitude: z.coerce.number().min(-180).max(180).optional().catch(undefined),
  Label: z.string().max(300).optional(),
  Address: z.string().max(300).optional(),
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
  const channel: Channel = parsed.To.startsWith("whatsapp:") ? "whatsapp" : "sms";
  return {
    address: parseAddress(parsed.From),
    inbound: {
      id,
      sid: parsed.MessageSid,
      token,
      channel,
      to: parsed.To.replace(/^whatsapp:/, ""),
      serviceSid: parsed.MessagingServiceSid ?? null,
      text: clean(parsed.Body !== "" ? parsed.Body : (parsed.ButtonText ?? "")),
      attachments: readAttachments(form, parsed.NumMedia),
      location: readLocation(parsed),
      option: parsed.ButtonPayload ?? parsed.ListId ?? null,
      optOutType: parsed.OptOutType ?? null,
      profileName: parsed.ProfileName === undefined ? null : clean(parsed.ProfileName).slice(0, 120),
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
      type: typeof type === "string" ? type.slice(0, 100) : "application/octet-stream",
      ref: ref ?? "",
    };
  });
}

function readLocation({ Latitude, Longitude, Label, Address }: z.infer<typeof InboundForm>): Location | null {
  if (Latitude === undefined || Longitude === undefined) return null;
  const label = Label ?? Address;
  return { latitude: Latitude, longitude: Longitude, ...(label !== undefined && { label }) };
}
