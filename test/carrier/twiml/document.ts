// What every TwiML document has in common: its type, its size, its root, and strict reading of what is inside.
import { type Element, MalformedXml, parseXml } from "./xml.ts";

/** What Twilio would show in its debugger of a document that it cannot take. */
export class Wrong extends Error {
  override name = "Wrong";
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export type Method = "POST" | "GET";

/** Twilio reads no answer longer than this (11750). */
const TWIML_BYTES_MAX = 64 * 1024;
const XML_TYPES: ReadonlySet<string> = new Set(["text/xml", "application/xml", "text/html"]);

/** The bare media type, once the answer is known to be no larger than Twilio reads. */
export function checkSize(contentType: string, source: string): string {
  if (Buffer.byteLength(source) > TWIML_BYTES_MAX) throw new Wrong(11750, "the answer is larger than 64 kB");
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** The verbs of a document; throws `Wrong` unless it is an XML document whose root is a bare `<Response>`. */
export function readVerbs(contentType: string, source: string): Element[] {
  if (!XML_TYPES.has(checkSize(contentType, source))) {
    throw new Wrong(12300, `Content-Type ${contentType || "is missing"}`);
  }
  const root = parse(source);
  if (root.name !== "Response") throw new Wrong(12100, `the root element is <${root.name}>, not <Response>`);
  allowAttributes(root, []);
  return elementsOf(root);
}

function parse(source: string): Element {
  try {
    return parseXml(source);
  } catch (error) {
    if (error instanceof MalformedXml) throw new Wrong(12100, error.message);
    throw error;
  }
}

export function allowAttributes(element: Element, allowed: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!allowed.includes(name)) throw new Wrong(12200, `the attribute ${name} on <${element.name}>`);
  }
}

/** The child elements of something that may hold no text of its own. */
export function elementsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child !== "string") return [child];
    if (child.trim() !== "") throw new Wrong(12200, `text directly inside <${parent.name}>`);
    return [];
  });
}

/** The text of something that may hold nothing else; the line breaks of a pretty-printed document fall away. */
export function textOf(element: Element): string {
  const texts = element.children.filter((child) => typeof child === "string");
  if (texts.length < element.children.length) throw new Wrong(12200, `an element inside <${element.name}>`);
  return texts.join("").trim();
}

/** POST unless it says GET; anything else is wrong with the given code. */
export function readMethod(element: Element, attribute = "method", code = 12200): Method {
  const method = element.attributes.get(attribute) ?? "POST";
  if (method !== "POST" && method !== "GET") {
    throw new Wrong(code, `${attribute}="${method}" on <${element.name}>`);
  }
  return method;
}
