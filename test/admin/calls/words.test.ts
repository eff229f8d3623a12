// Calls as the admin tells them.
import { describe, expect, test } from "vitest";
import { answeredPart, asSentence, boundsOf, secondsOf } from "../../../admin-ui/src/features/calls/words.ts";

const NONE = { answered: 0, forwarded: 0, voicemail: 0, informed: 0, blocked: 0, missed: 0 };

describe("how many were answered", () => {
  test.each([
    { about: "nobody called", outcomes: NONE, part: null },
    {
      about: "nobody wanted to talk with somebody",
      outcomes: { ...NONE, informed: 3, blocked: 2 },
      part: null,
    },
    {
      about: "a message is a missed call",
      outcomes: { ...NONE, answered: 2, voicemail: 1, missed: 1 },
      part: 0.5,
    },
    {
      about: "another number that answered is an answer",
      outcomes: { ...NONE, forwarded: 1, missed: 3 },
      part: 0.25,
    },
  ])("$about", ({ outcomes, part }) => {
    expect(answeredPart(outcomes)).toBe(part);
  });
});

describe("a day", () => {
  test("is from its first instant to the next day's, by this machine's clock", () => {
    const bounds = boundsOf("2026-11-24");
    expect(bounds).toEqual({
      from: new Date(2026, 10, 24).toISOString(),
      to: new Date(2026, 10, 25).toISOString(),
    });
  });

  test.each(["", "tomorrow", "2026-11", "2026-xx-01"])("that is none: %j", (day) => {
    expect(boundsOf(day)).toBeNull();
  });
});

test("a call under way has no length yet", () => {
  expect(secondsOf({ startedAt: "2026-11-24T10:00:00Z", endedAt: null })).toBeNull();
  expect(secondsOf({ startedAt: "2026-11-24T10:00:00Z", endedAt: "2026-11-24T10:01:20.4Z" })).toBe(80);
});

test("a piece of a story begins like a sentence", () => {
  expect(asSentence("rang Ann 20 s: engaged")).toBe("Rang Ann 20 s: engaged");
  expect(asSentence("")).toBe("");
});
