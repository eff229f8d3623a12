// `<Record>`.
import { readBoolean, readKeys, readNumber, readUrl, readWord, readWords } from "./attributes.ts";
import { allowAttributes, readMethod, textOf, Wrong } from "./document.ts";
import type { RecordVerb } from "./verbs.ts";
import type { Element } from "./xml.ts";

const TIMEOUT_SECONDS = { least: 0, most: 3600, otherwise: 5 };
const LENGTH_SECONDS = { least: 2, most: 14_400, otherwise: 3600 };
const EVENTS = ["in-progress", "completed", "absent"] as const;

export function readRecord(element: Element): RecordVerb {
  allowAttributes(element, [
    "action",
    "method",
    "timeout",
    "finishOnKey",
    "maxLength",
    "playBeep",
    "trim",
    "recordingStatusCallback",
    "recordingStatusCallbackMethod",
    "recordingStatusCallbackEvent",
    "transcribe",
    "transcribeCallback",
  ]);
  if (element.children.length > 0 && textOf(element) !== "") throw new Wrong(12200, "text inside <Record>");
  const callbackUrl = readUrl(element, "recordingStatusCallback", 13256);
  const events = readWords(element, "recordingStatusCallbackEvent", 13621, EVENTS, ["completed"]);
  const transcribeCallback = readUrl(element, "transcribeCallback", 13257);
  return {
    kind: "record",
    action: readUrl(element, "action", 11100),
    method: readMethod(element, "method", 13610),
    timeoutSeconds: readNumber(element, "timeout", 13611, TIMEOUT_SECONDS),
    finishOnKey: readKeys(element, "finishOnKey", 13613, "1234567890*#"),
    maxSeconds: readNumber(element, "maxLength", 13612, LENGTH_SECONDS),
    playBeep: readBoolean(element, "playBeep", 13616, true),
    trim:
      readWord(element, "trim", 13699, ["trim-silence", "do-not-trim"], "trim-silence") === "trim-silence",
    callback:
      callbackUrl === undefined
        ? undefined
        : { url: callbackUrl, method: readMethod(element, "recordingStatusCallbackMethod"), events },
    // Twilio transcribes where either is given.
    transcribe: readBoolean(element, "transcribe", 13614, transcribeCallback !== undefined),
    transcribeCallback,
  };
}
