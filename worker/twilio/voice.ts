// Scripts of calls as voice TwiML. Every URL in it is ours and says which helpline, turn and language it is about.
import type { Act, Say } from "#core/helpline/script";
import { clean } from "#core/text";
import { RETRIES } from "./reply.ts";
import { voiceTag } from "./voice-tag.ts";
import { writeTwiml } from "./twiml.ts";
import type { Verb } from "./twiml.ts";

/** How long a caller may think about a menu, and a volunteer about a call, after it was read out. */
const KEY_SECONDS = 6;
/** Silence that ends a message; people think, and cry. */
const SILENCE_SECONDS = 10;

const HANG_UP: Verb = { name: "Hangup", content: "" };

export interface VoicePlace {
  readonly publicUrl: string;
  /** Absent where it could not be found out. */
  readonly helplineId: string | null;
  /** The caller's call. */
  readonly sid: string;
  readonly turn: number;
  readonly language: string;
}

export type VoiceStep =
  | "menu"
  | "screen"
  | "pressed"
  | "leg"
  | "dialled"
  | "recorded"
  | "recording"
  | "transcribed";

/** What the caller's call does next. */
export function toVoiceTwiml(acts: readonly Act[], place: VoicePlace): string {
  return writeTwiml(acts.flatMap((act) => toVerbs(act, place)));
}

/** What a volunteer hears who picked up: such a document may only say, gather and hang up (Twilio). */
export function toScreenTwiml(acts: readonly Act[], place: VoicePlace): string {
  return writeTwiml(
    acts.map((act) => (act.kind === "menu" ? gather(act.says, urlOf("pressed", place)) : HANG_UP)),
  );
}

function toVerbs(act: Act, place: VoicePlace): readonly Verb[] {
  switch (act.kind) {
    case "say":
      return [say(act)];
    case "menu": {
      const url = urlOf("menu", place);
      return [gather(act.says, url), { name: "Redirect", attributes: { method: "POST" }, content: url }];
    }
    case "ring":
      return [
        dial(act, place, {
          url: urlOf("screen", place),
          statusCallback: urlOf("leg", place),
          statusCallbackEvent: "initiated completed",
        }),
      ];
    case "forward":
      return [dial(act, place, {})];
    case "record":
      return [record(act, place)];
    case "hang-up":
      return [HANG_UP];
    case "reject":
      return [{ name: "Reject", attributes: { reason: "busy" }, content: "" }];
    default:
      return act satisfies never;
  }
}

function say({ text, language }: Say): Verb {
  const tag = voiceTag(language);
  return { name: "Say", ...(tag !== null && { attributes: { language: tag } }), content: clean(text) };
}

function gather(says: readonly Say[], url: string): Verb {
  return {
    name: "Gather",
    attributes: { action: url, method: "POST", numDigits: "1", timeout: String(KEY_SECONDS) },
    content: says.map(say),
  };
}

function dial(
  { number, seconds, callerId }: Extract<Act, { kind: "ring" | "forward" }>,
  place: VoicePlace,
  attributes: Verb["attributes"] & object,
): Verb {
  return {
    name: "Dial",
    attributes: {
      action: urlOf("dialled", place),
      method: "POST",
      timeout: String(seconds),
      callerId,
      // Else the ringing stops when a volunteer picks up, and the caller hears nothing while they decide.
      answerOnBridge: "true",
    },
    content: [{ name: "Number", attributes, content: number }],
  };
}

function record({ secondsMax, isTranscribed }: Extract<Act, { kind: "record" }>, place: VoicePlace): Verb {
  return {
    name: "Record",
    attributes: {
      // Without an action Twilio would run the same document again, and again.
      action: urlOf("recorded", place),
      method: "POST",
      maxLength: String(secondsMax),
      timeout: String(SILENCE_SECONDS),
      playBeep: "true",
      recordingStatusCallback: urlOf("recording", place),
      ...(isTranscribed && { transcribe: "true", transcribeCallback: urlOf("transcribed", place) }),
    },
    content: "",
  };
}

/** Twilio calls again where we fail: every step gives the same answer to the same news. */
function urlOf(step: VoiceStep, { publicUrl, helplineId, sid, turn, language }: VoicePlace): string {
  const query = new URLSearchParams({
    ...(helplineId !== null && { h: helplineId }),
    // Of a leg Twilio names the leg only.
    s: sid,
    t: String(turn),
    l: language,
  });
  return `${publicUrl}/webhooks/twilio/voice/${step}?${query.toString()}${RETRIES}`;
}
