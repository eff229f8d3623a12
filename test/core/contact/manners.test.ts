// Law 8: how much we say when nobody asked. Two machines texting each other must fall silent.
import { describe, expect, test } from "vitest";
import { REPLIES_PER_HOUR_MAX, SAME_TEXT_MAX } from "#core/contact/manners";
import { HOUR, makeLine, pin, Talk } from "./talk.ts";

const quiz = pin("quiz", [
  {
    id: "age",
    kind: "ask",
    text: { en: "How old are you?" },
    answer: { kind: "number", min: 1, max: 120 },
    triesMax: 10,
  },
  { id: "next", kind: "ask", text: { en: "And your name?" }, answer: { kind: "text" }, next: "age" },
]);
const hello = pin("hello", [{ id: "hi", kind: "say", text: { en: "Hello!" } }]);

describe("replies nobody earned", () => {
  test(`after ${REPLIES_PER_HOUR_MAX} in an hour nothing is said; what came in is recorded for a person`, () => {
    const talk = new Talk({ "": hello });
    const replies = Array.from({ length: 30 }, (_, index) => talk.say(`robot ${index}`)).flat();
    expect(replies).toHaveLength(REPLIES_PER_HOUR_MAX);
    expect(talk.last.record.notices).toMatchObject([{ kind: "limit", text: "robot 29" }]);
    expect(talk.last.record.messages).toMatchObject([{ direction: "in", text: "robot 29" }]);
    talk.now += HOUR;
    expect(talk.say("a person again")).toEqual(["Hello!"]);
  });

  test("an accepted answer always has its next question", () => {
    const talk = new Talk({ "": quiz });
    talk.say("hi");
    for (let round = 0; round < 40; round += 1) {
      expect(talk.say("44")).toEqual(["And your name?"]);
      expect(talk.say("Sam")).toEqual(["How old are you?"]);
    }
  });

  test(`the same text nothing understands is answered ${SAME_TEXT_MAX - 1} times, not a third`, () => {
    const talk = new Talk({}, makeLine({ unmatchedReply: { en: "Text REVIEW to begin." } }));
    expect(talk.say("out of office")).toEqual(["Text REVIEW to begin."]);
    expect(talk.say("Out of office")).toEqual(["Text REVIEW to begin."]);
    expect(talk.say("OUT OF OFFICE")).toEqual([]);
    expect(talk.say("hello?")).toEqual(["Text REVIEW to begin."]);
  });

  test("a question that is misunderstood with the same words again and again falls silent too", () => {
    const talk = new Talk({ "": quiz });
    talk.say("hi");
    expect(talk.say("I am away")).toHaveLength(1);
    expect(talk.say("I am away")).toHaveLength(1);
    expect(talk.say("I am away")).toEqual([]);
    expect(talk.say("44")).toEqual(["And your name?"]);
  });
});
