// What is known of a person when a flow begins: what D1 says, and what it has not heard of yet.
import { describe, expect, test } from "vitest";
import type { KnownProfile } from "#core/contact/memory";
import { makeLine, pin, Talk } from "./talk.ts";

const join = pin("join", [
  { id: "name", kind: "ask", text: { en: "Your name?" }, attribute: "first_name", answer: { kind: "text" } },
  {
    id: "note",
    kind: "set",
    changes: [
      { kind: "add-tag", tag: "member" },
      { kind: "category", funnel: "news", category: "In" },
    ],
  },
  { id: "done", kind: "end", text: { en: "Welcome, {{ first_name }}." } },
]);
const greet = pin("greet", [
  {
    id: "member",
    kind: "branch",
    cases: [{ when: { path: "tags", op: "contains", value: "member" }, next: "hello" }],
    next: "who",
  },
  { id: "hello", kind: "end", text: { en: "Hello again, {{ first_name | default: 'you' }}." } },
  { id: "who", kind: "end", text: { en: "Hello, {{ name | default: 'stranger' }}." } },
]);

/** D1 as it was before anything of the talk reached it. */
const BEFORE: KnownProfile = { language: null, zone: null, fields: {}, tags: [], categories: {}, asOf: 0 };

function joined(): Talk {
  const talk = new Talk({ join, greet });
  talk.say("join");
  talk.say("Ann");
  return talk;
}

describe("a flow that begins while D1 lags behind", () => {
  test("knows what the person said a moment ago", () => {
    const talk = joined();
    talk.profile = BEFORE;
    expect(talk.say("greet")).toEqual(["Hello again, Ann."]);
  });

  test("knows it also where its keyword interrupts what is going on", () => {
    const poll = pin("poll", [
      {
        id: "name",
        kind: "ask",
        text: { en: "Your name?" },
        attribute: "first_name",
        answer: { kind: "text" },
      },
      { id: "note", kind: "set", changes: [{ kind: "add-tag", tag: "member" }] },
      { id: "fun", kind: "ask", text: { en: "Is it fun?" }, answer: { kind: "yes-no" } },
    ]);
    const talk = new Talk({ poll, greet });
    talk.say("poll");
    talk.say("Ann");
    talk.profile = { ...BEFORE, fields: { first_name: "Stale" } };
    expect(talk.say("greet")).toEqual(["Hello again, Ann."]);
  });

  test("begun by us, too", () => {
    const talk = joined();
    talk.profile = BEFORE;
    expect(talk.begin(greet)).toMatchObject({ kind: "started" });
    expect(talk.last.outgoing.map(({ text }) => text)).toEqual(["Hello again, Ann."]);
  });
});

test("once D1 has heard of it, D1 is believed: somebody may have changed it since", () => {
  const talk = joined();
  talk.profile = { ...BEFORE, fields: { first_name: "Anna" }, tags: ["member"], asOf: talk.now };
  expect(talk.say("greet")).toEqual(["Hello again, Anna."]);
  expect(talk.memory.self.recent).toEqual([]);
});

test("a name that WhatsApp shows greets the person at once, unless somebody gave them another", () => {
  const line = makeLine({ channel: "whatsapp" });
  const stranger = new Talk({ greet }, line);
  expect(stranger.say("greet", { profileName: "Maya" })).toEqual(["Hello, Maya."]);
  const known = new Talk({ greet }, line);
  known.profile = { ...BEFORE, fields: { name: "Ms Lewis" } };
  expect(known.say("greet", { profileName: "Maya" })).toEqual(["Hello, Ms Lewis."]);
});

test("what is remembered of changes does not grow with every change of the same thing", () => {
  const talk = new Talk({ join });
  for (let round = 0; round < 5; round += 1) {
    talk.say("join");
    talk.say(`Ann ${round}`);
  }
  expect(talk.memory.self.recent.map(({ kind }) => kind)).toEqual(["field", "tag", "category"]);
});
