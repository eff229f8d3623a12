// Is this request Twilio's? Signed over the URL we are configured with and every parameter, never over what the request claims.
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import type { Settings } from "../settings.ts";

/** A form as Twilio signs it: a repeated key becomes a list. */
export type Form = Readonly<Record<string, string | string[]>>;

export function toForm(entries: URLSearchParams): Form {
  const form: Record<string, string | string[]> = {};
  for (const key of new Set(entries.keys())) {
    const values = entries.getAll(key);
    form[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return form;
}

/** The URL as it stands in Twilio's console: ours plus the path and query it called. */
export function signedUrl(settings: Settings, requestUrl: string): string {
  const { pathname, search } = new URL(requestUrl);
  return settings.PUBLIC_URL + pathname + search;
}

/** Checks against either auth token. A URL parser writes `'` as `%27`, so both spellings are tried. */
export function isSigned(
  settings: Settings,
  url: string,
  form: Form,
  signature: string | undefined,
): boolean {
  if (signature === undefined || signature === "") return false;
  const tokens = [settings.TWILIO_AUTH_TOKEN, settings.TWILIO_AUTH_TOKEN_SECONDARY].filter(
    (token) => token !== undefined,
  );
  const urls = new Set([url, url.replaceAll("%27", "'")]);
  return tokens.some((token) =>
    [...urls].some((candidate) => validateRequest(token, signature, candidate, { ...form })),
  );
}
