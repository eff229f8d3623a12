// The number of a row, as spreadsheets leave it behind.
import type { Rejection } from "#core/csv/rejection";
import { parseAddress, parsePhone } from "#core/phone";

type NumberRead =
  | { readonly kind: "ok"; readonly e164: string }
  | { readonly kind: "rejected"; readonly why: Rejection };

/** 1.55512E+10: digits that are gone, which no guess brings back. */
const ROUNDED = /^\s*\+?\d+(?:[.,]\d+)?\s*[eE]\s*\+?\d+\s*$/;
/** 15551234567.0: a column of numbers as some programs write it; nothing is lost. */
const WHOLE = /^(?<whole>\+?\d{5,})[.,]0+$/;

export function readNumber(cell: string, defaultCountry: string | null): NumberRead {
  const text = WHOLE.exec(cell.trim())?.groups?.["whole"] ?? cell.trim();
  if (text === "") return { kind: "rejected", why: { kind: "no-number" } };
  if (ROUNDED.test(text)) return { kind: "rejected", why: { kind: "rounded-number", cell: text } };
  const parsed = parsePhone(text, defaultCountry ?? undefined);
  if (parsed.kind === "bad") {
    const isNational = defaultCountry === null && /^[\d\s().\-/]{6,}$/.test(text);
    return {
      kind: "rejected",
      why: isNational ? { kind: "no-country" } : { kind: "bad-number", why: parsed.why },
    };
  }
  return parseAddress(parsed.e164).kind === "phone"
    ? parsed
    : { kind: "rejected", why: { kind: "withheld-number" } };
}
