// Reads the documented payloads of test/fixtures/twilio.
import { readFileSync } from "node:fs";

export function readFixture(name: string): Record<string, unknown> {
  const path = new URL(`../../fixtures/twilio/${name}.json`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error(`${name} is no object`);
  return { ...parsed };
}

/** The `form` of a payload: names to values. */
export function readForm(name: string): Record<string, string> {
  const { form } = readFixture(name);
  if (typeof form !== "object" || form === null) throw new Error(`${name} has no form`);
  return Object.fromEntries(Object.entries(form).map(([field, value]) => [field, String(value)]));
}
