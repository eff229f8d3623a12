// Whom a message or call is from, in the forms Twilio's From and To take.

export type Address =
  /** E.164, whether it came by SMS, WhatsApp or voice. */
  | { readonly kind: "phone"; readonly value: string }
  /** A WhatsApp user who hides the number: `US.1349...`. */
  | { readonly kind: "whatsapp-user"; readonly value: string }
  | { readonly kind: "short-code"; readonly value: string }
  /** The name a business sends under; nobody can reply to it. */
  | { readonly kind: "alphanumeric"; readonly value: string }
  /** A visitor of the web chat, by UUID. */
  | { readonly kind: "visitor"; readonly value: string }
  /** Withheld, empty, or no form we know: nobody's address. */
  | { readonly kind: "nobody" };

/** What carriers and Twilio put in place of a withheld number, also as letters typed on a keypad (Twilio: "calls from strange numbers"). */
const WITHHELD = new Set([
  "anonymous",
  "unknown",
  "restricted",
  "unavailable",
  "blocked",
  "private",
  "withheld",
]);
const WITHHELD_NUMBERS = new Set(["+266696687", "+8656696", "+7378742833", "+86282452253", "+2562533"]);

const E164 = /^\+[1-9]\d{6,14}$/;
const WHATSAPP_USER = /^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/;
const SHORT_CODE = /^\d{3,8}$/;
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 &_+-]{1,11}$/;
const VISITOR = /^visitor:(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const NOBODY: Address = { kind: "nobody" };

/** Reads From or To; anything that is no address we could tell from another is nobody's. */
export function parseAddress(raw: string): Address {
  const given = raw.trim();
  const visitor = VISITOR.exec(given)?.groups?.["id"];
  if (visitor !== undefined) return { kind: "visitor", value: visitor.toLowerCase() };
  const value = given.replace(/^whatsapp:/i, "");
  if (isWithheld(value)) return NOBODY;
  if (E164.test(value)) return { kind: "phone", value };
  if (value !== given) return WHATSAPP_USER.test(value) ? { kind: "whatsapp-user", value } : NOBODY;
  if (SHORT_CODE.test(value)) return { kind: "short-code", value };
  return ALPHANUMERIC.test(value) ? { kind: "alphanumeric", value } : NOBODY;
}

/** Whether this stands in place of a number that was withheld. */
export function isWithheld(value: string): boolean {
  return WITHHELD.has(value.toLowerCase()) || WITHHELD_NUMBERS.has(value);
}

/** The one spelling an address is hashed under, the same on every channel. All withheld senders share `nobody`, which is no person. */
export function canonical(address: Address): string {
  switch (address.kind) {
    case "phone":
    case "visitor":
    case "short-code":
    case "whatsapp-user":
      return `${address.kind}:${address.value}`;
    case "alphanumeric":
      return `alphanumeric:${address.value.toLowerCase()}`;
    case "nobody":
      return "nobody";
    default:
      return address satisfies never;
  }
}
