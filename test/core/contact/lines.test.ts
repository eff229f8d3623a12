// What an organiser's set-up does with a text: keywords, catch-all, the inbox, several lines, flows that lead into flows.
import { describe, expect, test } from "vitest";
import { makeLine, pin, Talk } from "./talk.ts";

const review = pin("review", [
  { id: "product", kind: "ask", text: { en: "Which product?" }, answer: { kind: "number" } },
  { id: "thanks", kind: "end", text: { en: "Thanks." } },
]);
const help = pin("opening", [{ id: "hours", kind: "say", text: { en: "We open at nine." } }]);
const entry = pin("entry", [
  { id: "welcome", kind: "say", text: { en: "Welcome." } },
  { id: "on", kind: "enrol", flow: "review" },
]);

describe("a text nobody asked for", () => {
  test("starts the flow of its keyword", () => {
    expect(new Talk({ review }).say("review")).toEqual(["Which product?"]);
  });

  test("starts the catch-all where no keyword fits", () => {
    expect(new Talk({ review, "": help }).say("hello there")).toEqual(["We open at nine."]);
  });

  test("waits in the inbox where nothing fits, with the line's set reply if it has one", () => {
    const talk = new Talk({ review });
    expect(talk.say("hello there")).toEqual([]);
    expect(talk.last.record.notices).toMatchObject([{ kind: "unmatched", text: "hello there" }]);
  });

  test("a picture without a word is recorded and waits in the inbox", () => {
    const talk = new Talk({ review });
    talk.say("", { attachments: [{ type: "image/jpeg", ref: "ME1" }] });
    expect(talk.last.record.messages).toMatchObject([
      { direction: "in", text: "", media: [{ type: "image/jpeg", ref: "ME1" }] },
    ]);
    expect(talk.last.record.notices).toMatchObject([{ kind: "unmatched" }]);
  });
});

describe("inside a conversation", () => {
  test("another flow's keyword takes its place, and the first run is kept as interrupted", () => {
    const talk = new Talk({ review, opening: help });
    talk.say("review");
    expect(talk.say("opening")).toEqual(["We open at nine."]);
    expect(talk.last.record.runs.map(({ disposition }) => disposition)).toEqual(["interrupted", "completed"]);
  });

  test("the catch-all does not: a misunderstood answer is asked for again", () => {
    const talk = new Talk({ review, "": help });
    talk.say("review");
    const [again = ""] = talk.say("no idea");
    expect(again).toContain("number");
    expect(talk.say("7")).toEqual(["Thanks."]);
  });

  test("a flow that enrols goes on in the next flow within the same turn", () => {
    const talk = new Talk({ entry, review });
    expect(talk.say("entry")).toEqual(["Welcome.", "Which product?"]);
    expect(talk.say("7")).toEqual(["Thanks."]);
  });

  test("one person on two lines at once: two conversations that know nothing of each other", () => {
    const other = makeLine({ address: "+15550002000", name: "Other" }, "other");
    const talk = new Talk({ review });
    talk.say("review");
    talk.say("review", { line: other });
    expect(talk.say("1")).toEqual(["Thanks."]);
    expect(talk.say("2", { line: other })).toEqual(["Thanks."]);
    expect(
      talk.turns
        .flatMap(({ record }) => record.runs)
        .filter(({ disposition }) => disposition === "completed"),
    ).toHaveLength(2);
  });
});
