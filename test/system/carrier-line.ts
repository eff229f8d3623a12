// A line of the product as the carrier has it in its console.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { LineConfig } from "#core/line";
import type { CarrierLine } from "../carrier/carrier.ts";

/** One retry for a lost connection, two for an answer of ours that is a 5xx, a read timeout included. */
const RETRIES = "#rc=2&rp=5xx,ct,rt";

/** Where calls go, and what is told when they have ended. */
const VOICE = {
  voiceUrl: `/webhooks/twilio/voice${RETRIES}`,
  voiceStatusUrl: `/webhooks/twilio/voice/ended${RETRIES}`,
};

/** What only the carrier's console says of a line: the number behind a messaging service, Advanced Opt-Out. */
export type Console = Partial<Pick<CarrierLine, "address" | "advancedOptOut">>;

/** Null for a line the carrier has nothing to do with: the web chat. */
export function toCarrierLine(
  line: Pick<LineConfig, "sender" | "address" | "name">,
  publicUrl: string,
  console: Console = {},
): CarrierLine | null {
  const { sender, address, name } = line;
  if (sender === "chat") return null;
  const isWhatsapp = sender === "whatsapp" || sender === "whatsapp-sandbox";
  return {
    kind: sender,
    address: isWhatsapp ? `whatsapp:${address}` : address,
    webhookPath: `/webhooks/twilio/messages${RETRIES}`,
    name,
    // A number that texts can be called as well, whether it is a group's or not.
    ...(!isWhatsapp && address.startsWith("+") && VOICE),
    ...(sender === "messaging-service" && { messagingServiceSid: address }),
    // The sandbox has one fixed URL for receipts, without an id of ours.
    ...(sender === "whatsapp-sandbox" && { statusUrl: `${publicUrl}/webhooks/twilio/status` }),
    ...console,
  };
}

/** A group's number that is no line for texts. */
export function toVoiceLine({ number, name }: Pick<HelplineConfig, "number" | "name">): CarrierLine {
  return {
    kind: "long-code",
    address: number,
    name,
    webhookPath: `/webhooks/twilio/messages${RETRIES}`,
    ...VOICE,
  };
}
