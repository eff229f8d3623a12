// The number of a row, as spreadsheets leave it behind.
import type { Rejection } from "#core/csv/rejection";
import { isWithheld, parsePhone } from "#core/phone";

type NumberRead =
  | { readonly kind: "ok"; readonly e164: string }
  | { readonly kind: "rejected"; readonly why: Rejection };

/** 1.55512E+10: digits that are gone, which no guess brings back. */
const ROUNDED = /^\s*\+?\d+(?:[.,]\d+)?\s*[eE]\s*\+?\d+\s*$/;
/** 15551234567.0: a column of numbers as some programs write it; nothing is lost. */
const WHOLE = /^(?<whole>\+?\d{5,})[.,]0+$/;

/** Nothing but a number: where more stands in the cell, the columns of the row may have slipped. */
const ALONE = /^[\p{Nd}\p{Pd}\s()+./*\u2060\u200e\u202a-\u202e]*(?:(?:ext|x|#)\.?\s*\p{Nd}+)?$/iu;

export function readNumber(cell: string, defaultCountry: string | null): NumberRead {
  const bare = cell.trim().replace(/^(?:tel|whatsapp|sms):\s*/i, "");
  const text = WHOLE.exec(bare)?.groups?.["whole"] ?? bare;
  if (text === "") return { kind: "rejected", why: { kind: "no-number" } };
  if (ROUNDED.test(text)) return { kind: "rejected", why: { kind: "rounded-number", cell: text } };
  if (isWithheld(text)) return { kind: "rejected", why: { kind: "withheld-number" } };
  if (/\p{Nd}/u.test(text) && !ALONE.test(text))
    return { kind: "rejected", why: { kind: "bad-number", why: "there is more in it than a number" } };
  const parsed = parsePhone(text, defaultCountry ?? undefined);
  if (parsed.kind === "bad") {
    const isNational = defaultCountry === null && /^[\d\s().\-/]{6,}$/.test(text);
    return {
      kind: "rejected",
      why: isNational ? { kind: "no-country" } : { kind: "bad-number", why: parsed.why },
    };
  }
  return parsed;
}
