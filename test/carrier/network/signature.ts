// Twilio's request signature, written from its documentation so that it can be held against its library.
import { createHmac } from "node:crypto";
import type { Form } from "../form.ts";

/**
 * The value of `X-Twilio-Signature`: base64 of HMAC-SHA1 over the URL exactly as configured (without fragment)
 * and every form field, name then value, in byte order of the names; repeated names give unique sorted values.
 */
export function sign(authToken: string, url: string, form: Form): string {
  const data = [...groupByName(form)]
    .sort(([a], [b]) => compareBytes(a, b))
    .flatMap(([name, values]) => [...values].sort(compareBytes).map((value) => name + value))
    .join("");
  return createHmac("sha1", authToken)
    .update(url + data, "utf8")
    .digest("base64");
}

function groupByName(form: Form): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [name, value] of form) groups.set(name, (groups.get(name) ?? new Set()).add(value));
  return groups;
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));
}
