// A phone number as people write it, read as E.164.
// plan-table.json is the package's own metadata.min.json without the national formats, which only writing numbers out takes,
// and without the calling codes of a single country, which its plan says: half of what the table added to the Worker. The
// plans stand by calling code, like beside like. A test holds the two together.
import { parsePhoneNumberWithError, ParseError } from "libphonenumber-js/core";
import type { CountryCode, MetadataJson } from "libphonenumber-js/core";
import { toAsciiDigits } from "#core/text";
import table from "./plan-table.json" with { type: "json" };

/** As the package takes them. A JSON file knows texts where it has country codes. */
export const PLANS = {
  ...table,
  country_calling_codes: {
    ...Object.fromEntries(
      Object.entries(table.countries).map(([country, [code]]) => [String(code), [country]]),
    ),
    ...table.country_calling_codes,
  },
} as MetadataJson;

export type ParsedPhone =
  | { readonly kind: "ok"; readonly e164: string }
  /** `why` is a sentence's end: "this is too short". */
  | { readonly kind: "bad"; readonly why: string };

const REASONS: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: "there is no phone number in it",
  INVALID_COUNTRY: "it has no country code we know",
  TOO_SHORT: "it is too short",
  TOO_LONG: "it is too long",
};

/** The number in `words`, in E.164. Without a country code it is one of `country` (ISO 3166, two letters). */
export function parsePhone(words: string, country?: string): ParsedPhone {
  const home = country?.toUpperCase();
  const text = toAsciiDigits(words)
    .normalize("NFKC")
    // Most of the world dials 00 for the plus; nowhere does a number at home begin with it.
    .replace(/^([^\d+]*)00\s?(?=[1-9])/, "$1+");
  try {
    const number =
      home !== undefined && isKnown(home)
        ? parsePhoneNumberWithError(text, home, PLANS)
        : parsePhoneNumberWithError(text, PLANS);
    // By length only: ranges open faster than any table learns of them, and of what does not exist the carrier will tell.
    if (number.isPossible()) return { kind: "ok", e164: number.number };
    return { kind: "bad", why: "it has too few or too many digits for its country" };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { kind: "bad", why: REASONS[error.message] ?? "it is not a phone number" };
  }
}

/** Whether numbers can be read as ones of this country (ISO 3166, two letters). */
export function isCountry(code: string): boolean {
  return isKnown(code);
}

function isKnown(code: string): code is CountryCode {
  return Object.hasOwn(PLANS.countries, code);
}

/**
 * The country (ISO 3166, two letters) a number belongs to; null for one of none, such as a satellite phone's. Of a range that
 * no table knows yet it is the country its calling code is named after: ranges open faster than tables learn of them.
 */
export function countryOf(e164: string): string | null {
  try {
    const number = parsePhoneNumberWithError(e164, PLANS);
    return number.country ?? number.getPossibleCountries()[0] ?? null;
  } catch {
    return null;
  }
}
