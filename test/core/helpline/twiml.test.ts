// Our own writer of voice TwiML says to the carrier what Twilio's library would, and what each document may say.
import * as fc from "fast-check";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { describe, expect, test } from "vitest";
import type { Act, Say } from "#core/helpline/script";
import { CALL_SENTENCES } from "#core/helpline/sentences";
import { clean } from "#core/text";
import { readVoiceTwiml } from "../../carrier/twiml/voice.ts";
import { voiceTag } from "../../../worker/twilio/voice-tag.ts";
import { toScreenTwiml, toVoiceTwiml } from "../../../worker/twilio/voice.ts";

const PLACE = {
  publicUrl: "https://line.test",
  helplineId: "0198c0de-0000-7000-8000-000000000001",
  sid: "CA00000000000000000000000000000001",
  turn: 3,
  language: "en",
};
const url = (step: string) =>
  `https://line.test/webhooks/twilio/voice/${step}?h=${PLACE.helplineId}&s=${PLACE.sid}&t=3&l=en#rc=2&rp=5xx,ct,rt`;

const asRead = (xml: string, place: "call" | "screen" = "call") =>
  readVoiceTwiml("text/xml; charset=utf-8", xml, place);

function tag(language: string) {
  const known = voiceTag(language);
  return known === null ? {} : { language: known as NonNullable<VoiceResponse.SayAttributes["language"]> };
}

function byTheLibrary(acts: readonly Act[]): string {
  const response = new VoiceResponse();
  for (const act of acts) {
    switch (act.kind) {
      case "say":
        response.say(tag(act.language), clean(act.text));
        break;
      case "menu": {
        const gather = response.gather({ action: url("menu"), method: "POST", numDigits: 1, timeout: 6 });
        for (const { text, language } of act.says) gather.say(tag(language), clean(text));
        response.redirect({ method: "POST" }, url("menu"));
        break;
      }
      case "ring":
      case "forward": {
        const { number, seconds: timeout, callerId } = act;
        const dial = response.dial({
          action: url("dialled"),
          method: "POST",
          timeout,
          callerId,
          answerOnBridge: true,
        });
        const screened = {
          url: url("screen"),
          statusCallback: url("leg"),
          statusCallbackEvent: ["initiated" as const, "completed" as const],
        };
        dial.number(act.kind === "ring" ? screened : {}, number);
        break;
      }
      case "record":
        response.record({
          action: url("recorded"),
          method: "POST",
          maxLength: act.secondsMax,
          timeout: 10,
          playBeep: true,
          recordingStatusCallback: url("recording"),
          ...(act.isTranscribed && { transcribe: true, transcribeCallback: url("transcribed") }),
        });
        break;
      case "hang-up":
        response.hangup();
        break;
      case "reject":
        response.reject({ reason: "busy" });
        break;
      default:
        act satisfies never;
    }
  }
  return response.toString();
}

const text = fc
  .string({ unit: "binary", minLength: 1, maxLength: 40 })
  .filter((words) => clean(words).trim() !== "");
const say = fc.record({
  kind: fc.constant("say" as const),
  text,
  language: fc.constantFrom("en", "es-MX", "ar", "zu", "pt"),
}) satisfies fc.Arbitrary<Say>;
const number = fc.constantFrom("+15550002000", "+4915112345678");
const dial = { number, seconds: fc.integer({ min: 5, max: 60 }), callerId: number };
const act: fc.Arbitrary<Act> = fc.oneof(
  say,
  fc.record({ kind: fc.constant("menu" as const), says: fc.array(say, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom("ring" as const, "forward" as const), ...dial }),
  fc.record({
    kind: fc.constant("record" as const),
    secondsMax: fc.integer({ min: 10, max: 600 }),
    isTranscribed: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom("hang-up" as const, "reject" as const) }),
);

test("any script: read alike", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), (acts) => {
      const ours = asRead(toVoiceTwiml(acts, PLACE));
      expect(ours.kind).toBe("read");
      expect(ours).toEqual(asRead(byTheLibrary(acts)));
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

describe("the volunteer's document", () => {
  const whisper: Say = { kind: "say", text: "Press 1.", language: "en" };

  test("asks for one key and hangs up without it", () => {
    const twiml = toScreenTwiml([{ kind: "menu", says: [whisper] }, { kind: "hang-up" }], PLACE);
    expect(asRead(twiml, "screen")).toMatchObject({
      kind: "read",
      verbs: [{ kind: "gather", action: url("pressed"), numDigits: 1 }, { kind: "hangup" }],
    });
  });

  test("is empty once they are put through", () => {
    expect(toScreenTwiml([], PLACE)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });
});

test("a call whose helpline is not known says so in no URL", () => {
  const [record] = [
    toVoiceTwiml([{ kind: "record", secondsMax: 120, isTranscribed: false }], { ...PLACE, helplineId: null }),
  ];
  expect(record).toContain("/voice/recorded?s=CA");
  expect(record).not.toContain("?h=");
});

test("Twilio has a voice for every language we have sentences in", () => {
  expect(Object.keys(CALL_SENTENCES).filter((language) => voiceTag(language) === null)).toEqual([]);
  expect(["es-MX", "en", "pt", "zh", "zu"].map(voiceTag)).toEqual(["es-MX", "en-US", "pt-BR", "zh-CN", null]);
});
