// Makes the secrets of one checkout or one deployment.
import { MADE_UP_ACCOUNT, type RequiredSecret } from "./judge.ts";

/** So many random bytes as lower-case hexadecimal. */
export type RandomHex = (bytes: number) => string;

/** 256 bits: as much as the HMAC they key. */
const SECRET_BYTES = 32;

/** A random secret for what we sign and sign in with. */
export function makeSecret(randomHex: RandomHex): string {
  return randomHex(SECRET_BYTES);
}

/** Secrets to develop with: real ones, except for an account that exists only in the simulator. */
export function makeLocalSecrets(randomHex: RandomHex): Readonly<Record<RequiredSecret, string>> {
  return {
    TWILIO_ACCOUNT_SID: MADE_UP_ACCOUNT + randomHex(12),
    TWILIO_AUTH_TOKEN: randomHex(16),
    ADMIN_TOKEN: makeSecret(randomHex),
    SESSION_SECRET: makeSecret(randomHex),
    IDENTITY_KEY: makeSecret(randomHex),
  };
}

/** The text of `.dev.vars` for them. */
export function writeVars(secrets: Readonly<Record<string, string>>): string {
  const remarks = [
    "# Secrets of this checkout, made at random; never committed. The Twilio account is made up:",
    "# put your own account's SID and auth token here to use `npm run dev` with a real number.",
  ];
  return `${remarks.join("\n")}\n${writeLines(secrets)}`;
}

/** A line for each. */
export function writeLines(secrets: Readonly<Record<string, string>>): string {
  return Object.entries(secrets)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join("");
}
