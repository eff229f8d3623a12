// The staff change what is known about somebody while a conversation goes on: it waits, and speaks, by the new.
import { describe, expect, test } from "vitest";
import { learnProfile } from "#core/contact/learn-profile";
import type { KnownProfile } from "#core/contact/memory";
import { Hours } from "#core/hours";
import { HOUR, makeLine, pin, Talk } from "./talk.ts";

const ASKS = pin("asks", [
  {
    id: "word",
    kind: "ask",
    text: { en: "Tell me a word." },
    answer: { kind: "text" },
    reminders: [{ afterMinutes: 600, text: { en: "Still there, {{ name | default: 'you' }}?" } }],
  },
]);
const LINE = makeLine({ zone: "Europe/London", hours: Hours.parse("Mo-Su 08:00-21:00") });
const KNOWN: KnownProfile = { language: null, zone: null, fields: {}, tags: [], categories: {}, asOf: 0 };

/** Asked at noon in London, a reminder due at ten at night, when the line is closed. */
function heldOverNight(): Talk {
  const talk = new Talk({ "": ASKS }, LINE);
  talk.say("hi");
  expect(talk.wait(10 * HOUR)).toEqual([]);
  return talk;
}

function learn(talk: Talk, known: Partial<KnownProfile>): void {
  talk.memory = learnProfile(talk.memory, { ...KNOWN, ...known }, talk.moment());
}

describe("a reminder held over night", () => {
  test("comes at once where it turns out to be day, under the name we learned", () => {
    const talk = heldOverNight();
    learn(talk, { zone: "America/New_York", fields: { name: "Ada" } });
    expect(talk.wait(0)).toEqual(["Still there, Ada?"]);
  });

  test("waits for the morning where they are", () => {
    const talk = heldOverNight();
    learn(talk, { zone: "Asia/Tokyo" });
    expect(talk.wait(0)).toEqual([]);
    expect(talk.wait(HOUR)).toEqual(["Still there, you?"]);
  });
});

test("nobody who talks with us at present is bothered: the very same memory", () => {
  const talk = new Talk({ "": ASKS }, LINE);
  const before = talk.memory;
  learn(talk, { zone: "Asia/Tokyo" });
  expect(talk.memory).toBe(before);
});
