// Svix's signature, written from its documentation so that it can be held against its published example.
import { createHmac } from "node:crypto";

/** `svix-signature`: HMAC-SHA256, by what stands after `whsec_`, over id, seconds and body. */
export function signSvix(secret: string, id: string, timestampS: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestampS}.${body}`).digest("base64")}`;
}
