// What a voicemail's e-mail says, as text.
import { expect, test } from "vitest";
import { composeLateTranscript, composeVoicemail } from "#core/mail/voicemail-document";
import type { LeftMessage } from "#core/mail/voicemail-document";
import { renderText } from "../../../worker/email/render-text.ts";

const LEFT: LeftMessage = {
  group: "Riverside",
  zone: "Pacific/Auckland",
  caller: { name: "Sam", number: "+14155550101" },
  calledAt: Date.UTC(2026, 10, 21, 10),
  seconds: 119,
  transcript: "Please call me back.",
  sound: "attached",
  url: "https://line.example/voicemails/1",
};

test("who, when by the group's clock, how long, what was said, where to hear it", () => {
  const text = renderText(composeVoicemail(LEFT));
  for (const words of [
    "Sam left a message",
    "Sam, +14155550101",
    "23:00 (Pacific/Auckland)",
    "1 min 59 s",
    "Please call me back.",
    "https://line.example/voicemails/1",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("could not be");
});

test.each<[what: string, change: Partial<LeftMessage>, words: string]>([
  ["a withheld number", { caller: null }, "The number was withheld: nobody can call back."],
  [
    "a number without a name",
    { caller: { name: null, number: "+14155550101" } },
    "+14155550101 left a message",
  ],
  ["no transcript", { transcript: null }, "left a message"],
  ["no sound yet", { sound: "later" }, "could not be fetched yet"],
  ["no sound ever", { sound: { lost: "It is larger than 15 MB." } }, "It is larger than 15 MB."],
])("%s", (_what, change, words) => {
  const text = renderText(composeVoicemail({ ...LEFT, ...change }));
  expect(text).toContain(words);
  expect(text.includes("Written down by a machine")).toBe(change.transcript !== null);
});

test("a transcript that comes late is one thread with its message in mail programs", () => {
  const late = composeLateTranscript(LEFT);
  expect(late.subject).toBe(`Re: ${composeVoicemail(LEFT).subject}`);
  expect(renderText(late)).toContain("Please call me back.");
});
