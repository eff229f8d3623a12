// Numbers as logs may show them: enough to recognise one's own, too little to call.

/** What stays visible of a number of twelve characters (+1 and ten digits); shorter ones show less, so that five are always hidden. */
const HEAD = 5;
const TAIL = 2;
const HIDDEN_MIN = 5;

/** A number with its middle hidden: `+1555*****67`. */
export function mask(text: string): string {
  const shown = Math.max(0, text.length - HIDDEN_MIN);
  const tail = Math.min(TAIL, shown);
  const head = Math.min(HEAD, shown - tail);
  return text.slice(0, head) + "*".repeat(text.length - head - tail) + text.slice(text.length - tail);
}

/** With its plus (also as a URL spells it), wherever it stands. */
const INTERNATIONAL = /(?<=\+|%2B)\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,14}/giu;
/** Ten digits or more that stand alone, so that UUIDs, SIDs and dates stay readable. */
const NATIONAL = /(?<![\p{L}\p{N}_-])\p{Nd}(?:[\s().-]{0,2}\p{Nd}){9,14}(?![\p{L}\p{N}_:-])/gu;
const WHATSAPP_USER = /\b[A-Z]{2}\.(?:ENT\.)?\d{6,}/g;

/** The text with every phone number and WhatsApp user id in it masked. */
export function maskNumbers(text: string): string {
  return text
    .replace(WHATSAPP_USER, mask)
    .replace(INTERNATIONAL, (digits) => mask(`+${digits}`).slice(1))
    .replace(NATIONAL, mask);
}
