// A conversation in the hands of the staff: theirs as long as they say something now and then.
import { expect, test } from "vitest";
import type { Memory } from "#core/contact/memory";
import { hold, reply } from "#core/contact/staff";
import { HOUR, pin, Talk } from "./talk.ts";

const DAY = 24 * HOUR;
const ASKS = pin("asks", [
  { id: "word", kind: "ask", text: { en: "Tell me a word." }, answer: { kind: "text" } },
]);

function takenOver(): Talk {
  const talk = new Talk({ "": ASKS });
  talk.say("hi");
  apply(talk, hold(talk.memory, talk.line.id, "take-over", talk.moment()));
  return talk;
}

function apply(talk: Talk, move: ReturnType<typeof hold>): void {
  if (move.kind === "refused") throw new Error(move.why);
  talk.memory = move.turn.memory;
}

const say = (talk: Talk, text: string) =>
  apply(talk, reply(talk.memory, { line: talk.line, text, isAnswer: true }, talk.moment()));
const running = ({ conversations }: Memory) => Object.values(conversations).map(({ state }) => state?.phase);

test("nobody says a word for a week: it ends in silence, and the staff are told", () => {
  const talk = takenOver();
  expect(talk.wait(7 * DAY - HOUR)).toEqual([]);
  expect(running(talk.memory)).toEqual(["with-person"]);
  expect(talk.wait(HOUR)).toEqual([]);
  expect(running(talk.memory)).toEqual([]);
  expect(talk.last.record.notices.map(({ kind, text }) => [kind, text])).toEqual([
    ["notify", "Nobody answered for 7 days, so this conversation was ended."],
  ]);
  expect(talk.last.record.runs.map(({ disposition }) => disposition)).toEqual(["expired"]);
  // What they write next is heard by the flow again.
  expect(talk.say("hello?")).toEqual(["Tell me a word."]);
});

test("each word of the staff gives them another week; what the person writes does not", () => {
  const talk = takenOver();
  talk.wait(6 * DAY);
  say(talk, "We are looking into it.");
  talk.wait(6 * DAY);
  expect(talk.say("any news?")).toEqual([]);
  expect(running(talk.memory)).toEqual(["with-person"]);
  talk.wait(DAY);
  expect(running(talk.memory)).toEqual([]);
});
