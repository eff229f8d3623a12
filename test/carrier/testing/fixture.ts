// Reads the documented payloads of test/fixtures.
import { readFileSync } from "node:fs";

export function readFixture(name: string, whose: "twilio" | "resend" = "twilio"): Record<string, unknown> {
  const path = new URL(`../../fixtures/${whose}/${name}.json`, import.meta.url);
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

/** The names of everything in it, `a.b` for what is inside of `a`: two payloads of the same shape have the same. */
export function namesIn(value: unknown, prefix = ""): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .flatMap(([name, inside]) => [prefix + name, ...namesIn(inside, `${prefix}${name}.`)])
    .sort();
}
