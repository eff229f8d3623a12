// How many SMS a text takes on the air.

const GSM7 =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM7_BY_ESCAPE = "^{}\\[~]|€\f";

const plain = new Set(GSM7);
const escaped = new Set(GSM7_BY_ESCAPE);

export type Encoding = "gsm7" | "ucs2";

export function encodingOf(text: string): Encoding {
  return Array.from(text).every((char) => plain.has(char) || escaped.has(char)) ? "gsm7" : "ucs2";
}

/** GSM-7: 160 in one segment, else 153 each; UCS-2: 70, else 67. An empty text still takes one. */
export function countSegments(text: string): number {
  const gsm = encodingOf(text) === "gsm7";
  const [single, each] = gsm ? [160, 153] : [70, 67];
  const escapes = gsm ? Array.from(text).filter((char) => escaped.has(char)).length : 0;
  const units = text.length + escapes;
  return units <= single ? 1 : Math.ceil(units / each);
}
