// Voice TwiML as a list of verbs, or what is wrong with it in Twilio's own codes.
import { readBoolean, readKeys, readNumber, readUrl, readWord } from "./attributes.ts";
import { readDial } from "./dial.ts";
import { allowAttributes, elementsOf, readMethod, readVerbs, textOf, Wrong } from "./document.ts";
import { readPrompt } from "./prompts.ts";
import { readRecord } from "./record.ts";
import type { GatherVerb, Verb } from "./verbs.ts";
import type { Element } from "./xml.ts";

export type VoiceReading = { kind: "read"; verbs: Verb[] } | { kind: "wrong"; code: number; message: string };

/** Where a document is carried out: the caller's telephone, or a volunteer's before the two are connected. */
export type Place = "call" | "screen";

export function readVoiceTwiml(contentType: string, source: string, place: Place): VoiceReading {
  try {
    const verbs = readVerbs(contentType, source).map(readVerb);
    if (place === "screen") for (const verb of verbs) checkScreen(verb);
    return { kind: "read", verbs };
  } catch (error) {
    if (error instanceof Wrong) return { kind: "wrong", code: error.code, message: error.message };
    throw error;
  }
}

/** Before two parties are connected the called one may only be told and asked something. */
function checkScreen(verb: Verb): void {
  if (verb.kind === "dial") throw new Wrong(13201, "a <Dial> while a volunteer is asked");
  if (verb.kind === "record" || verb.kind === "reject") {
    throw new Wrong(12200, `<${verb.kind}> while a volunteer is asked`);
  }
}

function readVerb(element: Element): Verb {
  const prompt = readPrompt(element);
  if (prompt !== undefined) return prompt;
  switch (element.name) {
    case "Gather":
      return readGather(element);
    case "Dial":
      return readDial(element);
    case "Record":
      return readRecord(element);
    case "Redirect": {
      allowAttributes(element, ["method"]);
      const url = textOf(element);
      if (url === "") throw new Wrong(12100, "<Redirect> without a URL");
      return { kind: "redirect", url, method: readMethod(element, "method", 13710) };
    }
    case "Reject":
      allowAttributes(element, ["reason"]);
      allowNothing(element);
      return { kind: "reject", reason: readWord(element, "reason", 13810, ["rejected", "busy"], "rejected") };
    case "Hangup":
      allowAttributes(element, []);
      allowNothing(element);
      return { kind: "hangup" };
    default:
      throw new Wrong(12200, `<${element.name}> is no verb of voice TwiML`);
  }
}

function allowNothing(element: Element): void {
  if (textOf(element) !== "") throw new Wrong(12200, `text inside <${element.name}>`);
}

const TIMEOUT_SECONDS = { least: 1, most: 600, otherwise: 5 };
const DIGITS = { least: 1, most: 1000, otherwise: 0 };

function readGather(element: Element): GatherVerb {
  allowAttributes(element, [
    "action",
    "method",
    "timeout",
    "numDigits",
    "finishOnKey",
    "actionOnEmptyResult",
    "input",
    "language",
  ]);
  // Keys only: nobody here understands speech.
  readWord(element, "input", 13326, ["dtmf"], "dtmf");
  const prompts = elementsOf(element).map((child) => {
    const prompt = readPrompt(child);
    if (prompt === undefined) throw new Wrong(13320, `<${child.name}> inside <Gather>`);
    return prompt;
  });
  const finishOnKey = readKeys(element, "finishOnKey", 13310, "#");
  if (finishOnKey.length > 1) throw new Wrong(13311, `finishOnKey="${finishOnKey}" on <Gather>`);
  const numDigits = readNumber(element, "numDigits", 13314, DIGITS);
  return {
    kind: "gather",
    prompts,
    action: readUrl(element, "action", 11100),
    method: readMethod(element, "method", 13312),
    timeoutSeconds: readNumber(element, "timeout", 13313, TIMEOUT_SECONDS),
    numDigits: numDigits === 0 ? undefined : numDigits,
    finishOnKey,
    actionOnEmptyResult: readBoolean(element, "actionOnEmptyResult", 13338, false),
  };
}
