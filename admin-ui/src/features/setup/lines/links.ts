// Links that begin a conversation: they open the right app with the first word already written.
import type { LineConfig } from "#core/line";

type Addressed = Pick<LineConfig, "channel" | "sender" | "address">;

/** Null for a messaging service, whose numbers only Twilio knows. `word` is empty for a catch-all. */
export function linkTo(
  { channel, sender, address }: Addressed,
  word: string,
  publicUrl: string,
): string | null {
  switch (channel) {
    case "sms":
      if (sender === "messaging-service") return null;
      return `sms:${address}${word === "" ? "" : `?body=${encodeURIComponent(word)}`}`;
    case "whatsapp":
      // See faq.whatsapp.com, "How to use click to chat": digits only.
      return `https://wa.me/${address.replaceAll(/\D/g, "")}${word === "" ? "" : `?text=${encodeURIComponent(word)}`}`;
    case "chat":
      return `${publicUrl}/chat/${address}`;
    default:
      return channel satisfies never;
  }
}
