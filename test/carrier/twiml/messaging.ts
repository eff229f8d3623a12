// Messaging TwiML as a list of instructions, or what is wrong with it in Twilio's own codes.
import { allowAttributes, checkSize, elementsOf, readMethod, readVerbs, textOf, Wrong } from "./document.ts";
import type { Element } from "./xml.ts";

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

const BODY_CHARS_MAX = 1600;
const MEDIA_MAX = 10;

const MESSAGE_ATTRIBUTES = ["to", "from", "action", "method", "statusCallback"];

/** Reads an answer of the message webhook; plain text counts as one message, as Twilio documents. */
export function readMessagingTwiml(contentType: string, source: string): Reading {
  try {
    return { kind: "read", instructions: read(contentType, source) };
  } catch (error) {
    if (error instanceof Wrong) return { kind: "wrong", code: error.code, message: error.message };
    throw error;
  }
}

function read(contentType: string, source: string): Instruction[] {
  if (checkSize(contentType, source) === "text/plain") {
    return source.trim() === "" ? [] : [plainMessage(source)];
  }
  return readVerbs(contentType, source).map(readVerb);
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
