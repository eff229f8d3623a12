// Voice TwiML: what Twilio's library writes is understood, what Twilio would not know is refused with its code.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { expect, test } from "vitest";
import { type Place, readVoiceTwiml } from "./voice.ts";

const NUMBER = "+16175550111";

test("what Twilio's library writes", () => {
  const response = new VoiceResponse();
  const gather = response.gather({
    action: "/menu?a=1&b=2",
    numDigits: 1,
    timeout: 7,
    actionOnEmptyResult: true,
  });
  gather.say({ language: "en-GB", voice: "Polly.Amy-Neural" }, 'Tom & "Jerry" <3');
  gather.pause({ length: 2 });
  response.play({ loop: 2 }, "https://line.test/hello.mp3?x=1&y=2");
  response.dial({ action: "/dialled", timeout: 20, answerOnBridge: true, callerId: "+13125550177" }).number(
    {
      url: "/screen",
      statusCallback: "/progress",
      statusCallbackEvent: ["initiated", "answered"],
    },
    NUMBER,
  );
  response.record({
    action: "/recorded",
    maxLength: 120,
    finishOnKey: "#",
    playBeep: false,
    trim: "do-not-trim",
    transcribeCallback: "/transcribed",
    recordingStatusCallback: "/recording",
    recordingStatusCallbackEvent: ["completed", "absent"],
  });
  response.redirect({ method: "GET" }, "/next");
  response.reject({ reason: "busy" });
  response.hangup();
  const reading = readVoiceTwiml("text/xml", response.toString(), "call");
  expect(reading).toEqual({
    kind: "read",
    verbs: [
      {
        kind: "gather",
        action: "/menu?a=1&b=2",
        method: "POST",
        numDigits: 1,
        timeoutSeconds: 7,
        finishOnKey: "#",
        actionOnEmptyResult: true,
        prompts: [
          { kind: "say", text: 'Tom & "Jerry" <3', language: "en-GB", voice: "Polly.Amy-Neural", loop: 1 },
          { kind: "pause", seconds: 2 },
        ],
      },
      { kind: "play", url: "https://line.test/hello.mp3?x=1&y=2", loop: 2 },
      {
        kind: "dial",
        number: NUMBER,
        action: "/dialled",
        method: "POST",
        timeoutSeconds: 20,
        timeLimitSeconds: 14_400,
        callerId: "+13125550177",
        answerOnBridge: true,
        hangupOnStar: false,
        screen: { url: "/screen", method: "POST" },
        callback: { url: "/progress", method: "POST", events: new Set(["initiated", "answered"]) },
      },
      {
        kind: "record",
        action: "/recorded",
        method: "POST",
        timeoutSeconds: 5,
        finishOnKey: "#",
        maxSeconds: 120,
        playBeep: false,
        trim: false,
        callback: { url: "/recording", method: "POST", events: new Set(["completed", "absent"]) },
        transcribe: true,
        transcribeCallback: "/transcribed",
      },
      { kind: "redirect", url: "/next", method: "GET" },
      { kind: "reject", reason: "busy" },
      { kind: "hangup" },
    ],
  });
});

test("SSML changes how the words sound, not which they are", () => {
  const xml =
    '<Response><Say>Shift <say-as interpret-as="ordinal">2</say-as><break time="1s"/>from <emphasis level="strong">ten</emphasis></Say></Response>';
  expect(readVoiceTwiml("text/xml", xml, "call")).toMatchObject({ verbs: [{ text: "Shift 2 from ten" }] });
});

/** The values that Twilio's library declares for a type: its documentation, as far as there is one to read. */
function declared(type: string): string[] {
  const entry = createRequire(import.meta.url).resolve("twilio/lib/twiml/VoiceResponse.js");
  const source = readFileSync(entry.replace(/\.js$/, ".d.ts"), "utf8");
  const union = new RegExp(`type ${type} = ([^;]+);`).exec(source)?.[1] ?? "";
  return [...union.matchAll(/"([^"]+)"/g)].map(([, value = ""]) => value);
}

test.each([
  ["language", "SayLanguage"],
  ["voice", "SayVoice"],
])("every %s of Twilio's library is known", (attribute, type) => {
  const values = declared(type);
  expect(values.length).toBeGreaterThan(50);
  const unknown = values.filter(
    (value) =>
      readVoiceTwiml("text/xml", `<Response><Say ${attribute}="${value}">Hi</Say></Response>`, "call")
        .kind === "wrong",
  );
  expect(unknown).toEqual([]);
});

const dial = (attributes: string, inside = NUMBER) => `<Dial ${attributes}>${inside}</Dial>`;

test.each<[what: string, code: number, inside: string, place?: Place]>([
  ["a verb of messaging", 12200, "<Message>hi</Message>"],
  ["a verb in lower case", 12200, "<say>hi</say>"],
  ["a verb that is not simulated", 12200, "<Enqueue>support</Enqueue>"],
  ["text outside a verb", 12200, "hi"],
  ["an unknown attribute", 12200, '<Say volume="11">hi</Say>'],
  ["an unknown language", 13512, '<Say language="en">hi</Say>'],
  ["an unknown voice", 13511, '<Say voice="robot">hi</Say>'],
  ["a <Say> without a word", 13520, "<Say> </Say>"],
  ["a <Say> that never ends", 13521, `<Say>${"a".repeat(4097)}</Say>`],
  ["a loop that is no number", 13510, '<Say loop="twice">hi</Say>'],
  ["markup in a <Say>", 12200, "<Say>hi <b>there</b></Say>"],
  ["a <Play> of nothing", 11100, "<Play></Play>"],
  ["a pause of half a second", 13910, '<Pause length="0.5"/>'],
  ["a <Record> inside a <Gather>", 13320, "<Gather><Record/></Gather>"],
  ["speech", 13326, '<Gather input="speech"/>'],
  ["a timeout of none", 13313, '<Gather timeout="0"/>'],
  ["digits of none", 13314, '<Gather numDigits="0"/>'],
  ["two keys that finish", 13311, '<Gather finishOnKey="#*"/>'],
  ["a letter that finishes", 13310, '<Gather finishOnKey="a"/>'],
  ["perhaps", 13338, '<Gather actionOnEmptyResult="perhaps"/>'],
  ["another method", 13312, '<Gather method="PUT"/>'],
  ["a number that is none", 13223, dial("", "555-0111")],
  ["two numbers at once", 13215, dial("", `<Number>${NUMBER}</Number><Number>${NUMBER}</Number>`)],
  ["a <Conference>", 13215, dial("", "<Conference>room</Conference>")],
  ["text beside a <Number>", 13215, dial("", `call <Number>${NUMBER}</Number>`)],
  ["a ring of no time", 13212, dial('timeout="0"')],
  ["a ring of eleven minutes", 13212, dial('timeout="660"')],
  ["a talk of five hours", 13216, dial('timeLimit="18000"')],
  ["a star that is yes", 13213, dial('hangupOnStar="yes"')],
  ["a bridge that is yes", 13219, dial('answerOnBridge="yes"')],
  ["another method of <Dial>", 13210, dial('method="PUT"')],
  ["another method of <Number>", 13221, dial("", `<Number url="/s" method="PUT">${NUMBER}</Number>`)],
  ["an event that is none", 12200, dial("", `<Number statusCallbackEvent="rang">${NUMBER}</Number>`)],
  ["a recorded talk", 13217, dial('record="true"')],
  ["a recording of a second", 13612, '<Record maxLength="1"/>'],
  ["a beep of maybe", 13616, '<Record playBeep="maybe"/>'],
  ["a trim of some", 13699, '<Record trim="some"/>'],
  ["events separated by commas", 13621, '<Record recordingStatusCallbackEvent="completed,absent"/>'],
  ["a transcript of maybe", 13614, '<Record transcribe="maybe"/>'],
  ["a redirect to nowhere", 12100, "<Redirect/>"],
  ["another method of <Redirect>", 13710, '<Redirect method="PUT">/x</Redirect>'],
  ["a reason of its own", 13810, '<Reject reason="tired"/>'],
  ["words in a <Hangup>", 12200, "<Hangup>bye</Hangup>"],
  ["a <Dial> before the two are connected", 13201, dial(""), "screen"],
  ["a <Record> before the two are connected", 12200, "<Record/>", "screen"],
  ["more than 64 kB", 11750, `<!--${"x".repeat(65_536)}-->`],
])("refuses %s with %i", (_what, code, inside, place = "call") => {
  expect(readVoiceTwiml("text/xml", `<Response>${inside}</Response>`, place)).toMatchObject({
    kind: "wrong",
    code,
  });
});

test.each([
  ["JSON", "application/json", "{}", 12300],
  ["plain text", "text/plain", "Hello", 12300],
  ["no content type", "", "<Response/>", 12300],
  ["another root", "text/xml", "<Answer/>", 12100],
  ["nothing at all", "text/xml", "", 12100],
])("refuses %s", (_what, contentType, source, code) => {
  expect(readVoiceTwiml(contentType, source, "call")).toMatchObject({ kind: "wrong", code });
});
