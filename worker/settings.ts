// Settings from the environment, parsed once: what is missing or malformed is named at once, with how to set it.
import * as z from "zod";
import { isZone } from "#core/zone";

const secret = z.string().min(16, "is too short to be a secret");

const Settings = z.object({
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be the URL people and Twilio reach this Worker at" })
    .transform((url) => url.replace(/\/+$/, "")),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/, "must be AC and 32 hexadecimal digits"),
  TWILIO_AUTH_TOKEN: secret,
  /** The other token while rotating: both are accepted. */
  TWILIO_AUTH_TOKEN_SECONDARY: secret.optional(),
  TWILIO_API_KEY: z
    .string()
    .regex(/^SK[0-9a-f]{32}$/, "must be SK and 32 hexadecimal digits")
    .optional(),
  TWILIO_API_SECRET: secret.optional(),
  /** Without these two e-mails wait, and are shown to wait. */
  RESEND_API_KEY: secret.optional(),
  EMAIL_FROM: z
    .string()
    .regex(
      /^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/,
      'must be an address, or "Name <address>"',
    )
    .optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/, "must be whsec_ and what Resend shows after it")
    .optional(),
  RESEND_API_URL: z
    .url({ protocol: /^https?$/ })
    .default("https://api.resend.com")
    .transform((url) => url.replace(/\/+$/, "")),
  ADMIN_TOKEN: secret,
  SESSION_SECRET: secret,
  SESSION_SECRET_PREVIOUS: secret.optional(),
  IDENTITY_KEY: z.string().min(32, "must be at least 32 characters"),
  TIME_ZONE: z.string().refine(isZone, "must be a time zone such as Europe/London").default("UTC"),
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
  DEMO: z
    .string()
    .default("")
    .transform((value) => value === "1"),
});
export type Settings = z.infer<typeof Settings>;

/** The values of .dev.vars.example and of the tests: secret from nobody. */
const EXAMPLE = /example|not-a-secret/i;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Parses the environment, or throws a SettingsError that names every setting that is wrong; never a value. */
export function parseSettings(env: object): Settings {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (typeof value === "string" && value !== "") given[name] = value;
  }
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new SettingsError(
      `${wrong.join("; ")}. Set secrets with "wrangler secret put NAME", others under [vars] in wrangler.toml.`,
    );
  }
  const { DEMO, PUBLIC_URL } = parsed.data;
  if (LOOPBACK.has(new URL(PUBLIC_URL).hostname)) return parsed.data;
  const known = Object.keys(given).filter((name) => EXAMPLE.test(given[name] ?? "") && name !== "PUBLIC_URL");
  if (known.length > 0) {
    throw new SettingsError(
      `${known.join(", ")} still has the value of the example file, which everybody knows`,
    );
  }
  if (DEMO) {
    throw new SettingsError(
      "DEMO is for this machine only: unset it, or set PUBLIC_URL to a loopback address",
    );
  }
  return parsed.data;
}
