// Two messages handed over close together may arrive in the wrong order: the later one waits, unless the person has answered.
import { expect, test } from "vitest";
import { APART_MS, decideClaim } from "#core/contact/claim";
import { accepted } from "#core/contact/outcome";
import { pin, makeLine, Talk } from "./talk.ts";

const SECOND = 1_000;

/** Two questions with buttons on WhatsApp, which go by REST, and one without, which is TwiML. */
const survey = {
  ...pin("survey", [
    { id: "fun", kind: "ask", text: { en: "Was it fun?" }, answer: { kind: "yes-no" } },
    { id: "again", kind: "ask", text: { en: "Again?" }, answer: { kind: "yes-no" } },
    { id: "why", kind: "ask", text: { en: "Why?" }, answer: { kind: "text" } },
  ]),
  quickReplies: { "fun:en": `HX${"1".repeat(32)}`, "again:en": `HX${"2".repeat(32)}` },
};

const setUp = () => new Talk({ "": survey }, makeLine({ channel: "whatsapp" }));

/** Claims what the last turn left for REST, at this moment. */
function claim(talk: Talk, handedOverAt: number | null) {
  const [message] = talk.last.outgoing;
  if (message === undefined) throw new Error("nothing to claim");
  return decideClaim(
    talk.memory,
    { message, stage: "offered", dueAt: message.at, claimedAt: null, refusedAt: null },
    handedOverAt,
    talk.now,
  );
}

const handedOverAt = ({ memory, line }: Talk) => memory.conversations[line.id]?.handedOverAt ?? null;

test("a question with buttons goes at once: nothing of this turn went before it", () => {
  const talk = setUp();
  expect(talk.say("hi")).toEqual(["Was it fun?"]);
  expect(talk.last.outgoing).toMatchObject([{ via: "rest" }]);
  expect(claim(talk, handedOverAt(talk))).toMatchObject({ kind: "granted" });
});

test("whoever answers has read what came before: the next question does not wait either", () => {
  const talk = setUp();
  talk.say("hi");
  const [question] = talk.last.outgoing;
  if (question === undefined) throw new Error("nothing was asked");
  talk.memory = accepted(talk.memory, question, talk.now, true);
  expect(handedOverAt(talk)).toBe(talk.now);

  talk.now += SECOND;
  expect(talk.say("yes")).toEqual(["Again?"]);
  expect(claim(talk, handedOverAt(talk))).toMatchObject({ kind: "granted" });
});

test("... even where the report of its hand-over comes after the answer to it", () => {
  const talk = setUp();
  talk.say("hi");
  const [question] = talk.last.outgoing;
  if (question === undefined) throw new Error("nothing was asked");
  expect(talk.say("yes")).toEqual(["Again?"]);
  talk.memory = accepted(talk.memory, question, talk.now, true);
  expect(claim(talk, handedOverAt(talk))).toMatchObject({ kind: "granted" });
});

test("what we start waits until the reply before it is well on its way", () => {
  const talk = setUp();
  talk.say("hi");
  talk.say("yes");
  talk.say("no");
  expect(talk.last.outgoing).toMatchObject([{ via: "twiml", text: "Why?" }]);
  const repliedAt = talk.now;
  talk.now += SECOND;
  expect(claim(talk, handedOverAt(talk))).toEqual({ kind: "later", at: repliedAt + APART_MS, why: "apart" });
});
