// What the product and the simulated Resend must agree on: made anew at every start, kept nowhere.
import { randomBytes } from "node:crypto";

export interface MailSettings {
  readonly RESEND_API_URL: string;
  readonly RESEND_API_KEY: string;
  readonly RESEND_WEBHOOK_SECRET: string;
  readonly EMAIL_FROM: string;
}

/** `apiUrl` is where the simulator is reached. */
export function makeMailSettings(apiUrl: string): MailSettings {
  return {
    RESEND_API_URL: apiUrl,
    RESEND_API_KEY: `re_${randomBytes(18).toString("hex")}`,
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    EMAIL_FROM: "Partyline <partyline@riverside.example>",
  };
}
