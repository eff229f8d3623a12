// Consent is decided before the flow: what STOP, START, YES, HELP and doubtful words do to a person in a conversation.
import { describe, expect, test } from "vitest";
import { makeLine, pin, Talk } from "./talk.ts";

const ask = { id: "q", kind: "ask", text: { en: "Coming on Sunday?" }, answer: { kind: "yes-no" } };
const after = { id: "after", kind: "say", text: { en: "Noted." } };
const survey = pin("survey", [ask, after]);

describe("STOP", () => {
  test("ends the conversation, is confirmed once, and then there is silence", () => {
    const talk = new Talk({ survey });
    talk.say("survey");
    const [confirmation = ""] = talk.say("Stop");
    expect(confirmation).toContain("Partyline");
    expect(talk.last.record.consents).toMatchObject([{ kind: "opt-out", source: "person", words: "Stop" }]);
    expect(talk.last.record.runs).toMatchObject([{ phase: "finished", disposition: "refused" }]);
    expect(talk.say("STOP")).toEqual([]);
    expect(talk.say("survey")).toEqual([]);
    expect(talk.last.record.notices).toMatchObject([{ kind: "opted-out-text", text: "survey" }]);
    expect(talk.wait(30 * 24 * 3_600_000)).toEqual([]);
  });

  test("on a line where Twilio answers it, we say nothing and record it", () => {
    const talk = new Talk({ survey }, makeLine({ sender: "long-code" }));
    talk.say("survey");
    expect(talk.say("STOP")).toEqual([]);
    expect(talk.last.record.consents).toMatchObject([{ kind: "opt-out", words: "STOP" }]);
  });

  test("in a sentence that is clear counts, and is ours to confirm even there", () => {
    const talk = new Talk({ survey }, makeLine({ sender: "long-code" }));
    talk.say("survey");
    expect(talk.say("please stop texting me")).toHaveLength(1);
    expect(talk.last.record.consents).toMatchObject([{ kind: "opt-out", words: "please stop texting me" }]);
  });

  test("on one line ends what runs on every other", () => {
    const other = makeLine({ address: "+15550002000" }, "other");
    const talk = new Talk({ survey });
    talk.say("survey");
    talk.say("survey", { line: other });
    talk.say("stop", { line: other });
    expect(talk.last.record.runs.map(({ disposition }) => disposition)).toEqual(["refused", "refused"]);
    expect(talk.say("yes")).not.toContain("Noted.");
  });

  test("as an answer that only sounds like it is flagged for a person and stays an answer", () => {
    const talk = new Talk({
      open: pin("open", [
        { id: "q", kind: "ask", text: { en: "What should we do?" }, answer: { kind: "text" } },
        after,
      ]),
    });
    talk.say("open");
    expect(talk.say("stop the bill")).toEqual(["Noted."]);
    expect(talk.last.record.notices).toMatchObject([{ kind: "doubtful", text: "stop the bill" }]);
    expect(talk.last.record.consents).toEqual([]);
  });

  test.each<readonly [string, object]>([
    ["a hidden wait", { id: "w", kind: "wait", until: { kind: "minutes", minutes: 10 } }],
    ["a question", ask],
    ["a double opt-in", { id: "c", kind: "consent", mode: "confirm", text: { en: "Reply YES to join." } }],
    ["a hand-off", { id: "h", kind: "hand-off", text: { en: "Someone will be with you." } }],
    ...["text", "number", "rating", "nps", "date", "email", "phone", "media", "location"].map(
      (kind) =>
        [`a ${kind} question`, { id: "q", kind: "ask", text: { en: "Well?" }, answer: { kind } }] as const,
    ),
    [
      "a choice",
      {
        id: "q",
        kind: "ask",
        text: { en: "Which?" },
        answer: {
          kind: "choice",
          options: [
            { id: "a", label: { en: "Tea" } },
            { id: "b", label: { en: "Coffee" } },
          ],
        },
      },
    ],
    [
      "several choices",
      {
        id: "q",
        kind: "ask",
        text: { en: "Which?" },
        answer: {
          kind: "multi-choice",
          options: [
            { id: "a", label: { en: "Tea" } },
            { id: "b", label: { en: "Coffee" } },
          ],
        },
      },
    ],
  ])("during %s ends it, and nothing of it is ever said again", (_name, node) => {
    const talk = new Talk({
      go: pin("go", [{ id: "first", kind: "say", text: { en: "Hello." } }, node, after]),
    });
    talk.say("go");
    talk.say("STOP");
    expect(talk.last.record.runs.at(-1)).toMatchObject({ phase: "finished" });
    expect(talk.wait(3_600_000)).toEqual([]);
    expect(talk.say("5")).toEqual([]);
    expect(talk.begin(survey)).toMatchObject({ kind: "refused", why: "opted-out" });
  });
});

describe("YES and START", () => {
  test("YES to a question is an answer", () => {
    const talk = new Talk({ survey });
    talk.say("survey");
    expect(talk.say("YES")).toEqual(["Noted."]);
    expect(talk.last.record.consents).toEqual([]);
  });

  test.each(["YES", "START", "unstop"])("%s from someone who stopped opts in again", (word) => {
    const talk = new Talk({ survey });
    talk.say("stop");
    expect(talk.say(word)).toHaveLength(1);
    expect(talk.last.record.consents).toMatchObject([{ kind: "opt-in", words: word }]);
    expect(talk.say("survey")).toEqual(["Coming on Sunday?"]);
  });

  test("START then STOP then START: the last word counts, each is kept with its words", () => {
    const talk = new Talk({ survey });
    for (const word of ["start", "stop", "start"]) {
      talk.now += 1000;
      talk.say(word);
    }
    expect(talk.turns.flatMap(({ record }) => record.consents).map(({ kind }) => kind)).toEqual([
      "opt-in",
      "opt-out",
      "opt-in",
    ]);
    expect(talk.say("survey")).toEqual(["Coming on Sunday?"]);
  });
});

describe("HELP", () => {
  test("is answered without moving the conversation", () => {
    const talk = new Talk({ survey });
    talk.say("survey");
    expect(talk.say("help")[0]).toContain("Partyline");
    expect(talk.say("yes")).toEqual(["Noted."]);
  });

  test("in the line's own words where it has some; by Twilio where Twilio does it", () => {
    expect(new Talk({}, makeLine({ helpReply: { en: "Ring 555." } })).say("HELP")).toEqual(["Ring 555."]);
    expect(new Talk({}, makeLine({ sender: "long-code" })).say("HELP")).toEqual([]);
  });
});

describe("what a person grants", () => {
  const join = pin("join", [
    {
      id: "confirm",
      kind: "consent",
      mode: "confirm",
      text: { en: "Reply YES to hear from us." },
      refused: "no",
    },
    { id: "in", kind: "end", text: { en: "You are in." } },
    { id: "no", kind: "end", text: { en: "Fine, we will not write." }, disposition: "refused" },
  ]);

  test("JOIN and YES is a grant with the exact words as proof", () => {
    const talk = new Talk({ join });
    talk.say("join");
    expect(talk.say("Yes please!")).toEqual(["You are in."]);
    expect(talk.last.record.consents).toMatchObject([
      { kind: "grant", words: "Yes please!", source: "person" },
    ]);
  });

  test("JOIN and no is none", () => {
    const talk = new Talk({ join });
    talk.say("join");
    expect(talk.say("no")).toEqual(["Fine, we will not write."]);
    expect(talk.last.record.consents).toEqual([]);
  });
});
