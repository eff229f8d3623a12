// `<Dial>` with one number: the whole of what a hunt needs.
import { readBoolean, readNumber, readUrl, readWord, readWords } from "./attributes.ts";
import { allowAttributes, readMethod, textOf, Wrong } from "./document.ts";
import type { DialVerb } from "./verbs.ts";
import type { Element } from "./xml.ts";

const TIMEOUT_SECONDS = { least: 1, most: 600, otherwise: 30 };
/** Four hours, as long as a call may last. */
const TIME_LIMIT_SECONDS = { least: 1, most: 14_400, otherwise: 14_400 };
const EVENTS = ["initiated", "ringing", "answered", "completed"] as const;

export function readDial(element: Element): DialVerb {
  allowAttributes(element, [
    "action",
    "method",
    "timeout",
    "callerId",
    "answerOnBridge",
    "timeLimit",
    "hangupOnStar",
    "ringTone",
    "record",
  ]);
  if (element.attributes.has("ringTone")) readWord(element, "ringTone", 13220, RING_TONES, "us");
  // Calls between people are not recorded here.
  readWord(element, "record", 13217, ["do-not-record"], "do-not-record");
  const noun = readNoun(element);
  return {
    kind: "dial",
    ...noun,
    action: readUrl(element, "action", 11100),
    method: readMethod(element, "method", 13210),
    timeoutSeconds: readNumber(element, "timeout", 13212, TIMEOUT_SECONDS),
    timeLimitSeconds: readNumber(element, "timeLimit", 13216, TIME_LIMIT_SECONDS),
    callerId: element.attributes.get("callerId"),
    answerOnBridge: readBoolean(element, "answerOnBridge", 13219, false),
    hangupOnStar: readBoolean(element, "hangupOnStar", 13213, false),
  };
}

const RING_TONES = (
  "at au bg br be ch cl cn cz de dk ee es fi fr gr hu il in it lt jp mx my nl no nz ph pl pt ru se sg th uk us " +
  "us-old tw ve za"
).split(" ");

function readNoun(element: Element): Pick<DialVerb, "number" | "screen" | "callback"> {
  const nested = element.children.filter((child) => typeof child !== "string");
  if (nested.length === 0) {
    return { number: checkNumber(textOf(element)), screen: undefined, callback: undefined };
  }
  const [noun, ...others] = nested;
  // Twilio would ring up to ten at once; what screening means then is not documented, so nobody should rely on it.
  if (noun === undefined || others.length > 0) throw new Wrong(13215, "more than one number in a <Dial>");
  if (noun.name !== "Number") throw new Wrong(13215, `<${noun.name}> inside <Dial>`);
  const texts = element.children.filter((child) => typeof child === "string");
  if (texts.some((text) => text.trim() !== "")) throw new Wrong(13215, "text beside a <Number>");
  allowAttributes(noun, ["url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod"]);
  const url = readUrl(noun, "url", 11100);
  const callbackUrl = readUrl(noun, "statusCallback", 11100);
  const events = readWords(noun, "statusCallbackEvent", 12200, EVENTS, ["completed"]);
  return {
    number: checkNumber(textOf(noun)),
    screen: url === undefined ? undefined : { url, method: readMethod(noun, "method", 13221) },
    callback:
      callbackUrl === undefined
        ? undefined
        : { url: callbackUrl, method: readMethod(noun, "statusCallbackMethod"), events },
  };
}

/** Twilio also takes American numbers without a plus; a product that knows its numbers has no need of that. */
function checkNumber(number: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) throw new Wrong(13223, `${number || "nothing"} as a number to dial`);
  return number;
}
