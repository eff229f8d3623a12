// The product's own addresses as the carrier knows them, and what the carrier does by itself for each kind.

export type LineKind =
  | "long-code"
  | "toll-free"
  | "short-code"
  | "messaging-service"
  | "whatsapp"
  | "whatsapp-sandbox";

export type CarrierLine = {
  /** `+15550001111`, a short code such as `24365`, or `whatsapp:+15550001111`. */
  address: string;
  kind: LineKind;
  messagingServiceSid?: string;
  /** Path on the product or an absolute URL, with Twilio's connection overrides as fragment if any: `/hook#rc=2&rp=5xx,rt`. */
  webhookPath: string;
  /** Where calls go: a path on the product or an absolute URL, with overrides as above. Without it nobody answers. */
  voiceUrl?: string;
  /** Asked when the voice URL or anything after it fails. */
  voiceFallbackUrl?: string;
  /** Told when a call has ended. */
  voiceStatusUrl?: string;
  /** Where receipts go when the message names no URL; for the sandbox the only one there is. */
  statusUrl?: string;
  advancedOptOut?: boolean;
  /** What a person texts to enter the WhatsApp sandbox. */
  joinCode?: string;
  name?: string;
};

export type Channel = "sms" | "whatsapp";

const WHATSAPP_PREFIX = "whatsapp:";

export function channelOf(address: string): Channel {
  return address.startsWith(WHATSAPP_PREFIX) ? "whatsapp" : "sms";
}

/** The address without its channel: a number, a short code or a WhatsApp user id. */
export function bareAddress(address: string): string {
  return address.startsWith(WHATSAPP_PREFIX) ? address.slice(WHATSAPP_PREFIX.length) : address;
}

export function addressOn(channel: Channel, bare: string): string {
  return channel === "whatsapp" ? WHATSAPP_PREFIX + bare : bare;
}

/** Who answers STOP, START and HELP on this line before the product hears of them. */
export function optOutKeeper(line: CarrierLine): "twilio" | "network" | "nobody" {
  switch (line.kind) {
    case "long-code":
    case "messaging-service":
      return "twilio";
    case "toll-free":
      return "network";
    case "short-code":
    case "whatsapp":
    case "whatsapp-sandbox":
      return line.advancedOptOut === true ? "twilio" : "nobody";
    default:
      return line.kind satisfies never;
  }
}

/** Senders of one messaging service share one block list; any other line keeps its own. */
export function blockScope(line: CarrierLine): string {
  return line.messagingServiceSid ?? line.address;
}
