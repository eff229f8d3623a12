// Messaging TwiML as a list of instructions, or what is wrong with it in Twilio's own codes.
import { type Element, MalformedXml, parseXml } from "./xml.ts";

export type Instruction =
  | {
      kind: "message";
      body: string;
      mediaUrls: string[];
      to: string | undefined;
      from: string | undefined;
      action: string | undefined;
      method: "POST" | "GET";
    }
  | { kind: "redirect"; url: string; method: "POST" | "GET" };

export type Reading =
  | { kind: "read"; instructions: Instruction[] }
  | { kind: "wrong"; code: number; message: string };

class Wrong extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Twilio reads no answer longer than this (11750). */
const TWIML_BYTES_MAX = 64 * 1024;
const BODY_CHARS_MAX = 1600;
const MEDIA_MAX = 10;
const XML_TYPES: ReadonlySet<string> = new Set(["text/xml", "application/xml", "text/html"]);

const MESSAGE_ATTRIBUTES = ["to", "from", "action", "method", "statusCallback"];

/** Reads an answer of the message webhook; plain text counts as one message, as Twilio documents. */
export function readMessagingTwiml(contentType: string, source: string): Reading {
  try {
    return { kind: "read", instructions: read(contentType, source) };
  } catch (error) {
    if (error instanceof Wrong) return { kind: "wrong", code: error.code, message: error.message };
    if (error instanceof MalformedXml) return { kind: "wrong", code: 12100, message: error.message };
    throw error;
  }
}

function read(contentType: string, source: string): Instruction[] {
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (Buffer.byteLength(source) > TWIML_BYTES_MAX) throw new Wrong(11750, "the answer is larger than 64 kB");
  if (type === "text/plain") return source.trim() === "" ? [] : [plainMessage(source)];
  if (!XML_TYPES.has(type)) throw new Wrong(12300, `Content-Type ${contentType || "is missing"}`);
  const root = parseXml(source);
  if (root.name !== "Response") throw new Wrong(12100, `the root element is <${root.name}>, not <Response>`);
  allowAttributes(root, []);
  return elementsOf(root).map(readVerb);
}

function readVerb(verb: Element): Instruction {
  if (verb.name === "Message") return readMessage(verb);
  if (verb.name !== "Redirect") throw new Wrong(12200, `<${verb.name}> is no verb of messaging TwiML`);
  allowAttributes(verb, ["method"]);
  const url = textOf(verb);
  if (url === "") throw new Wrong(12100, "<Redirect> without a URL");
  return { kind: "redirect", url, method: readMethod(verb) };
}

function readMessage(verb: Element): Instruction {
  allowAttributes(verb, MESSAGE_ATTRIBUTES);
  const nested = verb.children.some((child) => typeof child !== "string");
  const nouns = nested ? elementsOf(verb) : [];
  for (const noun of nouns) {
    if (noun.name !== "Body" && noun.name !== "Media") {
      throw new Wrong(12200, `<${noun.name}> inside <Message>`);
    }
    allowAttributes(noun, []);
  }
  const bodies = nouns.filter((noun) => noun.name === "Body").map(textOf);
  const mediaUrls = nouns.filter((noun) => noun.name === "Media").map(textOf);
  if (bodies.length > 1) throw new Wrong(12200, "more than one <Body> in a <Message>");
  const body = nested ? (bodies[0] ?? "") : textOf(verb);
  checkBody(body, mediaUrls);
  return {
    kind: "message",
    body,
    mediaUrls,
    to: verb.attributes.get("to"),
    from: verb.attributes.get("from"),
    action: verb.attributes.get("action") ?? verb.attributes.get("statusCallback"),
    method: readMethod(verb),
  };
}

function checkBody(body: string, mediaUrls: readonly string[]): void {
  if (body === "" && mediaUrls.length === 0)
    throw new Wrong(14103, "a <Message> with neither text nor media");
  if (body.length > BODY_CHARS_MAX) throw new Wrong(14103, `a body of ${body.length} characters`);
  if (mediaUrls.length > MEDIA_MAX) throw new Wrong(12200, `${mediaUrls.length} <Media> in one <Message>`);
  for (const url of mediaUrls) {
    if (!URL.canParse(url)) throw new Wrong(12200, `<Media>${url}</Media> is not a URL`);
  }
}

function plainMessage(source: string): Instruction {
  checkBody(source, []);
  return {
    kind: "message",
    body: source,
    mediaUrls: [],
    to: undefined,
    from: undefined,
    action: undefined,
    method: "POST",
  };
}

function readMethod(verb: Element): "POST" | "GET" {
  const method = verb.attributes.get("method") ?? "POST";
  if (method !== "POST" && method !== "GET") throw new Wrong(12200, `method="${method}" on <${verb.name}>`);
  return method;
}

function allowAttributes(element: Element, allowed: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!allowed.includes(name)) throw new Wrong(12200, `the attribute ${name} on <${element.name}>`);
  }
}

/** The child elements of something that may hold no text of its own. */
function elementsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child !== "string") return [child];
    if (child.trim() !== "") throw new Wrong(12200, `text directly inside <${parent.name}>`);
    return [];
  });
}

/** The text of something that may hold nothing else; the line breaks of a pretty-printed document fall away. */
function textOf(element: Element): string {
  const texts = element.children.filter((child) => typeof child === "string");
  if (texts.length < element.children.length) throw new Wrong(12200, `an element inside <${element.name}>`);
  return texts.join("").trim();
}
