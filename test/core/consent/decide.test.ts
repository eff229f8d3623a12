// What a text leads to before any flow sees it, and whether it is for us to answer.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideConsent } from "#core/consent";
import type { ConsentInput } from "#core/consent";

function decide(text: string, optOutBy: ConsentInput["line"]["optOutBy"], more: Partial<ConsentInput> = {}) {
  return decideConsent({ text, optedOut: false, line: { optOutBy }, ...more });
}

describe("decideConsent", () => {
  describe("who answers", () => {
    // Words each party handles, and so answers, itself; the rest is left to us.
    test.each([
      ["STOP", false, false, true],
      [" stop ", false, false, true],
      ["QUIT", false, true, true],
      ["Opt out", true, true, true],
      ["arrêt", true, true, true],
      ["please stop texting me", true, true, true],
    ])("%s: we confirm on a twilio line %s, a network line %s, ours %s", (text, twilio, network, us) => {
      expect(decide(text, "twilio")).toEqual({ kind: "opt-out", words: text, confirm: twilio });
      expect(decide(text, "network")).toEqual({ kind: "opt-out", words: text, confirm: network });
      expect(decide(text, "us")).toEqual({ kind: "opt-out", words: text, confirm: us });
    });

    test.each([
      ["START", false, false, true],
      ["unstop", false, false, true],
      ["Yes", false, true, true],
      ["sí", true, true, true],
    ])(
      "%s from someone opted out: we confirm on a twilio line %s, a network line %s, ours %s",
      (text, twilio, network, us) => {
        expect(decide(text, "twilio", { optedOut: true })).toEqual({
          kind: "opt-in",
          words: text,
          confirm: twilio,
        });
        expect(decide(text, "network", { optedOut: true })).toEqual({
          kind: "opt-in",
          words: text,
          confirm: network,
        });
        expect(decide(text, "us", { optedOut: true })).toEqual({ kind: "opt-in", words: text, confirm: us });
      },
    );

    test.each([
      ["HELP", false, true, true],
      ["info", false, true, true],
      ["ayuda", true, true, true],
    ])("%s: we answer on a twilio line %s, a network line %s, ours %s", (text, twilio, network, us) => {
      expect(decide(text, "twilio")).toEqual({ kind: "help", words: text, answer: twilio });
      expect(decide(text, "network")).toEqual({ kind: "help", words: text, answer: network });
      expect(decide(text, "us")).toEqual({ kind: "help", words: text, answer: us });
    });

    test("help is answered even to someone opted out, but not where a network has blocked the pair", () => {
      expect(decide("help", "us", { optedOut: true })).toMatchObject({ answer: true });
      expect(decide("help", "network", { optedOut: true })).toMatchObject({ answer: false });
      expect(decide("ayuda", "twilio", { optedOut: true })).toMatchObject({ answer: false });
    });
  });

  test("one confirmation, and never another", () => {
    expect(decide("stop", "us", { optedOut: true })).toEqual({
      kind: "opt-out",
      words: "stop",
      confirm: false,
    });
    expect(decide("please stop texting me", "us", { optedOut: true })).toMatchObject({ confirm: false });
  });

  test("a yes is an answer, and an opt-in only from someone who is opted out", () => {
    expect(decide("YES", "us")).toEqual({ kind: "none" });
    expect(decide("YES", "us", { optedOut: true })).toMatchObject({ kind: "opt-in" });
  });

  test.each(["stop the bill", "hello", "yes please", "I want to come back"])(
    "%s from someone opted out is recorded in silence",
    (text) => {
      expect(decide(text, "us", { optedOut: true })).toEqual({ kind: "silent" });
    },
  );

  test("a doubtful text is flagged and goes on to the flow", () => {
    expect(decide("stop the bill", "twilio")).toEqual({ kind: "doubtful", words: "stop the bill" });
  });

  describe("with Twilio's own judgement (Advanced Opt-Out), which has answered already", () => {
    test.each([
      [
        "words of the customer's own",
        "ENOUGH",
        "STOP",
        false,
        { kind: "opt-out", words: "ENOUGH", confirm: false },
      ],
      ["a word of ours too", "stop", "STOP", false, { kind: "opt-out", words: "stop", confirm: false }],
      [
        "an opt-in by a word of their own",
        "BACK",
        "START",
        true,
        { kind: "opt-in", words: "BACK", confirm: false },
      ],
      ["help by a word of their own", "WHO", "HELP", false, { kind: "help", words: "WHO", answer: false }],
      ["YES as an opt-in", "YES", "START", true, { kind: "opt-in", words: "YES", confirm: false }],
      ["YES as an answer", "YES", "START", false, { kind: "none" }],
      [
        "a YES that was made an opt-out",
        "YES",
        "STOP",
        false,
        { kind: "opt-out", words: "YES", confirm: false },
      ],
    ] as const)("%s", (_what, text, optOutType, optedOut, decision) => {
      expect(decide(text, "us", { optOutType, optedOut })).toEqual(decision);
    });
  });

  test("nothing but a word of ours, a yes or Twilio's judgement ever opts in, and an opted-out person is never handed to a flow", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "stop",
            "yes",
            "no",
            "start",
            "help",
            "please",
            "the",
            "me",
            "texting",
            "hello",
            "unstop",
          ),
          { maxLength: 4 },
        ),
        fc.constantFrom("twilio", "network", "us"),
        (words, optOutBy) => {
          const text = words.join(" ");
          const decision = decide(text, optOutBy, { optedOut: true });
          if (decision.kind === "opt-in") expect(["yes", "start", "unstop"]).toContain(text);
          expect(["none", "doubtful"]).not.toContain(decision.kind);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});
