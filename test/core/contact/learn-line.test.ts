// A line is changed under people: what waits for its hours waits for the new ones.
import { describe, expect, test } from "vitest";
import { learnLine } from "#core/contact/learn-line";
import { Hours } from "#core/hours";
import { HOUR, makeLine, NOON, pin, Talk } from "./talk.ts";

const ASKS = pin("asks", [
  {
    id: "word",
    kind: "ask",
    text: { en: "Tell me a word." },
    answer: { kind: "text" },
    reminders: [{ afterMinutes: 600, text: { en: "Still there?" } }],
  },
]);
const zone = "Europe/London";
const by = (hours: string) => makeLine({ zone, hours: Hours.parse(hours) });
const DAY_ONLY = by("Mo-Su 08:00-21:00");

/** Asked at noon, a reminder due at ten at night, when the line is closed. */
function heldOverNight(): Talk {
  const talk = new Talk({ "": ASKS }, DAY_ONLY);
  talk.say("hi");
  expect(talk.wait(10 * HOUR)).toEqual([]);
  return talk;
}

function learn(talk: Talk, hours: string): void {
  talk.memory = learnLine(talk.memory, by(hours), talk.now);
}

describe("a reminder held over night", () => {
  test("comes at once when the line opens later at night", () => {
    const talk = heldOverNight();
    learn(talk, "Mo-Su 08:00-23:00");
    expect(talk.wait(0)).toEqual(["Still there?"]);
  });

  test("waits longer when the line opens later in the morning", () => {
    const talk = heldOverNight();
    learn(talk, "Mo-Su 10:00-21:00");
    expect(talk.wait(11 * HOUR)).toEqual([]);
    expect(talk.wait(HOUR)).toEqual(["Still there?"]);
  });

  test("and its run end when the line never opens again", () => {
    const talk = heldOverNight();
    talk.memory = learnLine(talk.memory, makeLine({ zone, hours: { days: {}, holidays: [] } }), talk.now);
    expect(talk.wait(0)).toEqual([]);
    expect(talk.memory.conversations).toEqual({});
  });
});

test("a start put off until morning begins when the line opens", () => {
  const talk = new Talk({}, DAY_ONLY, NOON + 10 * HOUR);
  expect(talk.begin(ASKS)).toMatchObject({ kind: "waits" });
  learn(talk, "24/7");
  expect(talk.wait(0)).toEqual(["Tell me a word."]);
});

test("a reminder not yet due keeps its time, and a line nobody here knows changes nothing", () => {
  const talk = new Talk({ "": ASKS }, DAY_ONLY);
  talk.say("hi");
  learn(talk, "Mo-Su 08:00-23:00");
  expect(talk.wait(9 * HOUR)).toEqual([]);
  expect(talk.wait(HOUR)).toEqual(["Still there?"]);
  const other = makeLine({}, "another");
  expect(learnLine(talk.memory, other, talk.now)).toBe(talk.memory);
});
