// Which secrets may face the world, and which were only ever meant for this machine.
import type { Vars } from "./vars-file.ts";

/** Without these the Worker answers nothing; wrangler.toml lists the same. */
export const REQUIRED = [
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "ADMIN_TOKEN",
  "SESSION_SECRET",
  "IDENTITY_KEY",
] as const;
export type RequiredSecret = (typeof REQUIRED)[number];

/** What only Twilio can give; the rest is random and ours to make. */
export const FROM_TWILIO: readonly RequiredSecret[] = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"];

/** An account that was made up here begins like this; Twilio gives out random ones. */
export const MADE_UP_ACCOUNT = "AC00000000";

/** In the example file and in the tests' settings: secret from nobody. */
const EXAMPLE = /example|not-a-secret|change-?me|^AC0123456789abcdef/i;

export function isExample(value: string): boolean {
  return EXAMPLE.test(value);
}

/** What stands against using these secrets where strangers can reach them: one sentence each, never a value. */
export function objectTo(vars: Vars): string[] {
  const missing = REQUIRED.filter((name) => (vars[name] ?? "") === "");
  const examples = Object.keys(vars).filter((name) => isExample(vars[name] ?? ""));
  const madeUp = vars["TWILIO_ACCOUNT_SID"]?.startsWith(MADE_UP_ACCOUNT) === true;
  return [
    ...missing.map((name) => `${name} is missing.`),
    ...examples.map((name) => `${name} is an example value, known to everybody.`),
    ...(madeUp ? ["TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN were made up for the demo."] : []),
    ...(vars["DEMO"] === "1" ? ["DEMO=1 lets anybody move the clock: it is for this machine only."] : []),
  ];
}
