// A message left on the machine: what counts of its callbacks, and when its e-mail may go.
// Mutant: `once-recording` begins a message anew with every callback of its recording.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HelplineConfig } from "#core/helpline/helpline";
import type { VoicemailRecord } from "#core/helpline/call";
import { hear, isTwilioAsked, newVoicemail, wait, waitsUntil } from "#core/helpline/voicemail";
import type { RecordingNews } from "#core/helpline/voicemail";
import { voicemailState } from "#core/helpline/voicemail-state";
import { beginCall } from "#core/helpline/route";
import { NEW_DESK } from "#core/helpline/state";
import { pin } from "./play.ts";

const NOW = Date.UTC(2026, 10, 21, 10);
const MINUTE = 60_000;

const wishes = (given: object = {}) =>
  HelplineConfig.parse({ name: "Night line", number: "+15550001000", voicemail: given }).voicemail;

function left(language = "en"): VoicemailRecord {
  const arrival = {
    sid: "CA1",
    number: "+15550001000",
    addressId: null,
    address: { kind: "nobody" },
  } as const;
  const { call } = beginCall(NEW_DESK, arrival, pin({ config: { language } }), NOW);
  return newVoicemail(call);
}

const recorded = (seconds: number | null): RecordingNews => ({
  kind: "recorded",
  recordingSid: `RE${seconds ?? ""}`,
  seconds,
});
const transcribed = (text: string): RecordingNews => ({ kind: "transcribed", text, by: "twilio" });

describe("how long an e-mail waits", () => {
  test.each<[what: string, seconds: number | null, language: string, wish: object, scribe: string | null]>([
    ["a second: Twilio writes nothing down", 1, "en", {}, null],
    ["two seconds: neither", 2, "en", {}, null],
    ["three", 3, "en", {}, "twilio"],
    ["nearly two minutes", 119, "en", {}, "twilio"],
    ["two minutes: too long", 120, "en", {}, null],
    ["nobody knows how long", null, "en", {}, "twilio"],
    ["an American", 30, "en-US", {}, "twilio"],
    ["another language", 30, "es", {}, null],
    ["never wanted", 30, "en", { transcribe: "never" }, null],
    ["by Whisper, whatever the language and the length", 1, "es", { transcribe: "whisper" }, "whisper"],
  ])("%s", (_what, seconds, language, wish, scribe) => {
    const after = hear(left(language), recorded(seconds), wishes(wish), NOW);
    expect([after.scribe, after.readyAt]).toEqual([scribe, scribe === null ? NOW : null]);
    expect(waitsUntil(after)).toBe(scribe === null ? null : NOW + 5 * MINUTE);
  });

  test("Twilio is asked only where an answer can come", () => {
    expect(["en", "en-GB", "de"].map((language) => isTwilioAsked(language, wishes()))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isTwilioAsked("en", wishes({ transcribe: "whisper" }))).toBe(false);
  });

  test("not at all where a group wants no waiting", () => {
    const after = hear(left(), recorded(30), wishes({ transcriptWaitMinutes: 0 }), NOW);
    expect(after.readyAt).toBe(NOW);
  });

  test("until the deadline, and not a moment less", () => {
    const waiting = hear(left(), recorded(30), wishes(), NOW);
    expect(wait(waiting, NOW + 5 * MINUTE - 1)).toBe(waiting);
    const ready = wait(waiting, NOW + 5 * MINUTE);
    expect(ready).toMatchObject({ readyAt: NOW + 5 * MINUTE, seq: waiting.seq + 1, scribe: "twilio" });
    expect(wait(ready, NOW + 99 * MINUTE)).toBe(ready);
  });

  test("until it is known that nobody makes out a word", () => {
    const waiting = hear(left(), recorded(30), wishes(), NOW);
    expect(hear(waiting, { kind: "untranscribed" }, wishes(), NOW + 1).readyAt).toBe(NOW + 1);
  });
});

describe("callbacks", () => {
  test("before the recording: it waits for the recording, then for nothing", () => {
    const early = hear(left(), transcribed("Call me."), wishes(), NOW);
    expect([early.readyAt, waitsUntil(early)]).toEqual([null, null]);
    const after = hear(early, recorded(30), wishes(), NOW + 1);
    expect(after).toMatchObject({ readyAt: NOW + 1, transcript: { text: "Call me." } });
  });

  test("after the e-mail: kept, and that it was ready stays as it was", () => {
    const gone = wait(hear(left(), recorded(30), wishes(), NOW), NOW + 5 * MINUTE);
    const after = hear(gone, transcribed("Call me."), wishes(), NOW + 9 * MINUTE);
    expect(after).toMatchObject({ readyAt: NOW + 5 * MINUTE, transcript: { text: "Call me." } });
  });

  test("any, in any order and number: the first of each counts, each change has its number, ready is said once", () => {
    const news = fc.constantFrom<RecordingNews | "wait">(
      recorded(30),
      recorded(31),
      transcribed("one"),
      transcribed("two"),
      { kind: "untranscribed" },
      "wait",
    );
    fc.assert(
      fc.property(fc.array(news, { maxLength: 12 }), (heard) => {
        let voicemail = left();
        const readyAts = new Set<number>();
        heard.forEach((one, index) => {
          const now = NOW + index * MINUTE;
          const after = one === "wait" ? wait(voicemail, now) : hear(voicemail, one, wishes(), now);
          expect(after.seq).toBe(after === voicemail ? voicemail.seq : voicemail.seq + 1);
          if (after.readyAt !== null) readyAts.add(after.readyAt);
          voicemail = after;
        });
        const first = (kind: string) => heard.find((one) => one !== "wait" && one.kind === kind) ?? null;
        const [sound, words] = [first("recorded"), first("transcribed")];
        expect(voicemail.recordingSid).toBe(
          sound !== "wait" && sound?.kind === "recorded" ? sound.recordingSid : null,
        );
        expect(voicemail.transcript?.text ?? null).toBe(
          words !== "wait" && words?.kind === "transcribed" ? words.text : null,
        );
        expect(readyAts.size).toBeLessThanOrEqual(1);
        if (voicemail.readyAt !== null) expect(voicemail.recordedAt).not.toBeNull();
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

test("the word that staff see", () => {
  const fresh = {
    deletedAt: null,
    failure: null,
    emailedAt: null,
    recipients: null,
    file: null,
    readyAt: null,
  };
  const steps: readonly object[] = [
    {},
    { file: "recordings/1" },
    { readyAt: 2 },
    { emailedAt: 3, recipients: 1 },
    { recipients: 0 },
    { failure: "Twilio did not have it for a day." },
    { deletedAt: 4 },
  ];
  const seen = steps.map((_, index) =>
    voicemailState(Object.assign({ ...fresh }, ...steps.slice(0, index + 1))),
  );
  expect(seen).toEqual([
    "waiting-for-sound",
    "waiting-for-transcript",
    "being-emailed",
    "emailed",
    "unaddressed",
    "failed",
    "deleted",
  ]);
});
