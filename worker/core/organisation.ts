// What holds for everything the organisation begins with people, whichever line it leaves by.
import * as z from "zod";
import { countryOf } from "#core/phone";
import { OPT_OUT_SCOPES } from "#core/line";
import type { Line } from "#core/line";

/** A trial account lists a handful; more than this is an account that has outgrown its trial. */
const VERIFIED_MAX = 200;
/** Longer than a month nobody remembers what they were sent, and the journal of a Contact forgets (30 days). */
const CAP_DAYS_MAX = 30;
/** A Contact remembers so many of its last hand-overs. */
const CAP_MESSAGES_MAX = 50;
/** Those who would really do something about it. */
const OPERATORS_MAX = 20;

export const Organisation = z.object({
  /** Where given, nobody else is sent anything that we begin: a Twilio trial account reaches only numbers it has verified. */
  verifiedNumbers: z.array(z.e164()).max(VERIFIED_MAX).nullable().default(null),
  /** How many messages that we begin a person gets in so many days, all campaigns and lines together; null for any number. */
  frequencyCap: z
    .strictObject({ messages: z.int().min(1).max(CAP_MESSAGES_MAX), days: z.int().min(1).max(CAP_DAYS_MAX) })
    .nullable()
    .default(null),
  /** The country (ISO 3166, two letters) of a number that is given without one, as in an import. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is two letters such as US")
    .nullable()
    .default(null),
  /** Who hears of an alarm by e-mail, at once. */
  operatorEmails: z.array(z.email()).max(OPERATORS_MAX).default([]),
  /** IANA: by whose clock days begin and end; null for the one the deployment names. */
  zone: z.string().nullable().default(null),
  /** How far a STOP reaches from now on; those said before keep the reach they had. */
  optOutScope: z.enum(OPT_OUT_SCOPES).default("everywhere"),
});
export type Organisation = z.infer<typeof Organisation>;

const DAY_MS = 24 * 3_600_000;

/** Since when a frequency cap counts what we began, epoch milliseconds. */
export function capSince({ days }: { readonly days: number }, now: number): number {
  return now - days * DAY_MS;
}

/** Why a number is never sent anything that we begin on this line; null where it may be. */
export function unreachable(
  number: string,
  { countries }: Pick<Line, "countries">,
  { verifiedNumbers }: { readonly verifiedNumbers: readonly string[] | null },
): "country" | "not-verified" | null {
  if (countries !== undefined && !countries.includes(countryOf(number) ?? "")) return "country";
  return verifiedNumbers !== null && !verifiedNumbers.includes(number) ? "not-verified" : null;
}
