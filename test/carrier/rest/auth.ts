// HTTP Basic authentication of the REST API: account SID and token, or an API key and its secret.
import type { Exchange } from "../exchange.ts";
import { Problem } from "./problem.ts";

/** Throws Twilio's 401 unless the header carries one of the two pairs. */
export function requireCredentials(account: Exchange["account"], header: string | undefined): void {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? "")?.[1];
  const given = encoded === undefined ? "" : Buffer.from(encoded, "base64").toString("utf8");
  const pairs = [`${account.sid}:${account.authToken}`, `${account.apiKey}:${account.apiSecret}`];
  if (!pairs.includes(given)) throw new Problem(401, 20003, "Authenticate");
}
