// The account's telephone numbers, and where Twilio tells of what happens on them.
import * as z from "zod";

export interface AccountNumber {
  readonly sid: string;
  /** E.164. */
  readonly number: string;
  readonly name: string;
  readonly canText: boolean;
  readonly canCall: boolean;
  /** Empty where nothing is set. */
  readonly textUrl: string;
  readonly callUrl: string;
  readonly callEndUrl: string;
}

/** Where a number is to point; what is null stays as it is. */
export interface Pointing {
  readonly textUrl: string | null;
  readonly call: { readonly url: string; readonly endUrl: string } | null;
}

/** Makes Twilio try again when something fails between us: one lost connection, two answers that fail. It stays with Twilio. */
export const RETRIES = "#rc=2&rp=5xx,ct,rt";

const Url = z
  .string()
  .nullish()
  .transform((url) => url ?? "");
const Incoming = z.object({
  sid: z.string(),
  phone_number: z.string(),
  friendly_name: Url,
  capabilities: z.object({ sms: z.boolean().catch(false), voice: z.boolean().catch(false) }),
  sms_url: Url,
  voice_url: Url,
  status_callback: Url,
});
const Page = z.object({ incoming_phone_numbers: z.array(Incoming) });

/** Twilio's most in one page; an account with more than that is set up by a script. */
export const NUMBERS_MAX = 1_000;

export function readNumbers(json: unknown): readonly AccountNumber[] {
  return Page.parse(json).incoming_phone_numbers.map(toNumber);
}

export function readNumber(json: unknown): AccountNumber {
  return toNumber(Incoming.parse(json));
}

/** The form that points a number. */
export function pointingForm({ textUrl, call }: Pointing): URLSearchParams {
  return new URLSearchParams({
    ...(textUrl !== null && { SmsUrl: textUrl, SmsMethod: "POST" }),
    ...(call !== null && {
      VoiceUrl: call.url,
      VoiceMethod: "POST",
      StatusCallback: call.endUrl,
      StatusCallbackMethod: "POST",
    }),
  });
}

function toNumber(found: z.output<typeof Incoming>): AccountNumber {
  return {
    sid: found.sid,
    number: found.phone_number,
    name: found.friendly_name,
    canText: found.capabilities.sms,
    canCall: found.capabilities.voice,
    textUrl: found.sms_url,
    callUrl: found.voice_url,
    callEndUrl: found.status_callback,
  };
}
