// What is kept of a deed in the audit log, in the words of those who read it.
import { span } from "../../../data/span.ts";

const NAMES: Readonly<Record<string, string>> = {
  advanceMs: "ahead by",
  bytes: "size",
  fields: "changed",
  number: "version",
  slug: "known as",
  startAt: "begins",
};

/** What says nothing to a person: how often something was saved before. */
const UNSAID: ReadonlySet<string> = new Set(["revision"]);
const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;
const KB_BYTES = 1_000;
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** In one line; nothing where nothing is kept. An id says nothing to a person, and neither does what did not happen. */
export function sayDetail(detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return "";
  return Object.entries(detail)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => [name, [value].flat().map(asText(name)).filter(isTelling).join(", ")] as const)
    .filter(([, said]) => said !== "")
    .map(([name, said]) => `${NAMES[name] ?? apart(name)}: ${said}`)
    .join(" · ");
}

function isTelling(text: string): boolean {
  return text !== "" && !ID.test(text);
}

/** A value of this name. Times are epoch milliseconds, in the viewer's zone. */
function asText(name: string) {
  return (value: unknown): string => {
    if (value === null || value === 0) return "";
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "string") return name === "fields" ? apart(value) : value;
    if (typeof value !== "number") return JSON.stringify(value);
    if (name.endsWith("At")) return MOMENT.format(value);
    if (name.endsWith("Ms")) return span(value);
    return name === "bytes" ? `${Math.ceil(value / KB_BYTES)} kB` : value.toLocaleString("en-GB");
  };
}

/** `defaultCountry`, as one would write it. */
function apart(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
