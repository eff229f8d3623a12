// One broken flow for every kind of trouble, and the sentence that is said about it.
import { describe, expect, it } from "vitest";
import { check } from "#core/conversation/check";
import type { Problem, ProblemCode } from "#core/conversation/check";
import { PROBLEM_CODES } from "#core/conversation/check/problem";
import type { Flow } from "#core/conversation/flow";
import { CASES } from "./check-cases.ts";
import { ask, choice, flowOf, option, say, TEXT } from "./small-flow.ts";
import { flowNames, readFlow } from "./stage.ts";

/** What is found besides what everyone knows. */
function found(flow: Flow, code: ProblemCode): string[] {
  return check(flow, { channels: ["sms"] })
    .filter((problem) => problem.code === code)
    .map(({ kind, node, message }) => `${kind} at ${node ?? "the flow"}: ${message}`);
}

const wait = (id: string, until: object) => ({ id, kind: "wait", until });
const late = (nodes: readonly object[]): readonly (string | null)[] =>
  check(flowOf(nodes), { channels: ["whatsapp"] })
    .filter(({ code }) => code === "whatsapp-window")
    .map(({ node }: Problem) => node);

describe("check", () => {
  it.each(CASES)("$code: $finds.0", ({ code, nodes, more, finds }) => {
    expect(found(flowOf(nodes, more), code)).toEqual(finds);
  });

  it("says where a template breaks", () => {
    const [problem] = check(flowOf([say("hi", "Hi {{ name | no_such }} {% if %}")]));
    expect(problem).toMatchObject({ kind: "error", code: "template-broken", node: "hi" });
    expect(problem?.message).toMatch(/^The text \(en\) cannot be filled in: line 1/);
  });

  it("names the two options that a word could mean", () => {
    const nodes = [
      ask(
        "colour",
        choice(
          option("red", "Red", { synonyms: { en: ["bright"] } }),
          option("pink", "Pink", { synonyms: { en: ["Bright"] } }),
        ),
      ),
    ];
    const [first] = found(flowOf(nodes), "choices-overlap");
    expect(first).toMatch(/^error at colour: "bright" \(en\) could mean "(red|pink)" or "(red|pink)"\.$/i);
  });

  it("knows every kind of trouble by a test", () => {
    const elsewhere: readonly ProblemCode[] = ["schema", "whatsapp-window"];
    const tested = new Set([...CASES.map(({ code }) => code), ...elsewhere]);
    expect(PROBLEM_CODES.filter((code) => !tested.has(code))).toEqual([]);
  });

  it("finds nothing to refuse in the flows we show", () => {
    const errors = flowNames().flatMap((name) =>
      check(readFlow(name), { channels: ["sms"] }).filter(({ kind }) => kind === "error"),
    );
    expect(errors).toEqual([]);
  });
});

describe("WhatsApp's 24 hours", () => {
  it.each<[string, readonly object[], readonly string[]]>([
    [
      "a wait of a day",
      [ask("name", TEXT), wait("day", { kind: "minutes", minutes: 1440 }), say("hi", "Hi")],
      ["hi"],
    ],
    [
      "two waits that make a day",
      [
        wait("a", { kind: "minutes", minutes: 800 }),
        wait("b", { kind: "minutes", minutes: 800 }),
        say("hi", "Hi"),
      ],
      ["hi"],
    ],
    ["a wait of less", [wait("a", { kind: "minutes", minutes: 1439 }), say("hi", "Hi")], []],
    ["until nine tomorrow", [wait("night", { kind: "time-of-day", at: "09:00" }), say("hi", "Hi")], []],
    [
      "until Monday",
      [wait("week", { kind: "time-of-day", at: "09:00", weekdays: [1] }), say("hi", "Hi")],
      ["hi"],
    ],
    [
      "a reminder after a day",
      [ask("name", TEXT, { reminders: [{ afterMinutes: 60 }, { afterMinutes: 1440 }] })],
      ["name"],
    ],
    [
      "what follows a deadline of a day",
      [ask("name", TEXT, { deadline: { afterMinutes: 1440, next: "bye" } }), say("bye", "Bye")],
      ["bye"],
    ],
    [
      "words in between open the window again",
      [
        wait("a", { kind: "minutes", minutes: 800 }),
        ask("name", TEXT),
        wait("b", { kind: "minutes", minutes: 800 }),
        say("hi", "Hi"),
      ],
      [],
    ],
  ])("%s", (_name, nodes, nodes24) => {
    expect(late(nodes)).toEqual(nodes24);
  });

  it("are an error for a WhatsApp flow, a warning for one of no known channel, and nothing by SMS", () => {
    const flow = flowOf([wait("day", { kind: "minutes", minutes: 1440 }), say("hi", "Hi")]);
    const kinds = (channels?: ["whatsapp"] | ["sms"]) =>
      check(flow, channels && { channels }).map(({ kind }) => kind);
    expect([kinds(["whatsapp"]), kinds(), kinds(["sms"])]).toEqual([["error"], ["warning"], []]);
  });
});
