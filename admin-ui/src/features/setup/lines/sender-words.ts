// The kinds of sender as people know them, and what the address of each looks like.
import type { SenderKind } from "#core/sender-kind";

export interface SenderWords {
  readonly label: string;
  readonly address: string;
  readonly placeholder: string;
}

const NUMBER = { address: "Number", placeholder: "+447700900100" } as const;

export const SENDER_WORDS: Record<SenderKind, SenderWords> = {
  "long-code": { label: "A number for texts", ...NUMBER },
  "toll-free": { label: "A toll-free number", ...NUMBER, placeholder: "+18005550100" },
  "short-code": { label: "A short code", address: "Short code", placeholder: "24365" },
  "messaging-service": {
    label: "A Twilio messaging service",
    address: "SID of the service",
    placeholder: "MG and 32 digits, from Twilio’s console",
  },
  whatsapp: { label: "A WhatsApp number", ...NUMBER },
  "whatsapp-sandbox": { label: "Twilio’s WhatsApp sandbox", ...NUMBER, placeholder: "+14155238886" },
  chat: { label: "A chat on the web", address: "Flow that answers", placeholder: "A published flow" },
};

export const CHANNEL_WORDS = { sms: "Texts", whatsapp: "WhatsApp", chat: "Web chat" } as const;

export const KEEPER_WORDS = {
  twilio: "Twilio, by itself",
  network: "The telephone network, by itself",
  us: "Partyline",
} as const;
