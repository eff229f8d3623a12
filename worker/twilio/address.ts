// How Twilio spells who a message is from and to.

const WHATSAPP = "whatsapp:";

/** Our channel and address as Twilio writes them; a messaging service (`MG...`) has no channel of its own. */
export function toTwilioAddress(channel: string, address: string): string {
  return channel === "whatsapp" && !address.startsWith("MG") ? WHATSAPP + address : address;
}

/** The address without its channel, and whether it is one of WhatsApp. */
export function fromTwilioAddress(value: string): { readonly isWhatsApp: boolean; readonly address: string } {
  const isWhatsApp = value.startsWith(WHATSAPP);
  return { isWhatsApp, address: isWhatsApp ? value.slice(WHATSAPP.length) : value };
}
