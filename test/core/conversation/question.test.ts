// How questions look on each channel, and what is said when an answer was not understood.
import { describe, expect, it } from "vitest";
import type { AnswerRule } from "#core/conversation/flow";
import { numbered, quickReplies, renderQuestion, tappedOption } from "#core/conversation/question";
import type { Channel } from "#core/conversation/run";
import { explainExpected, SENTENCES, sentencesIn } from "#core/conversation/sentences";
import { segments } from "#core/text";

const COLOURS: Extract<AnswerRule, { kind: "choice" }> = {
  kind: "choice",
  options: [
    { id: "red", label: { en: "Red", es: "Rojo" } },
    { id: "blue", label: { en: "Blue" } },
  ],
};
const ask = (rule: AnswerRule, channel: Channel, languages = ["en"]) =>
  renderQuestion("Which?", { node: "colour", rule, channel, languages });

describe("a choice", () => {
  it("is a numbered list by SMS", () => {
    expect(ask(COLOURS, "sms")).toEqual({ text: "Which?\n1. Red\n2. Blue" });
  });

  it.each<Channel>(["whatsapp", "chat"])(
    "is quick replies on %s, which can still become a list",
    (channel) => {
      const { text, options = [] } = ask(COLOURS, channel, ["es", "en"]);
      expect(text).toBe("Which?");
      expect(options).toEqual([
        { id: "colour:red", label: "Rojo", number: 1 },
        { id: "colour:blue", label: "Blue", number: 2 },
      ]);
      expect(numbered(text, options)).toBe("Which?\n1. Rojo\n2. Blue");
    },
  );

  it("of several is a list everywhere: one tap cannot choose twice", () => {
    const rule: AnswerRule = { kind: "multi-choice", options: COLOURS.options };
    expect(ask(rule, "chat")).toEqual(ask(rule, "sms"));
  });
});

describe("an answer whose words say it themselves", () => {
  it("can be tapped, and is not listed where it cannot", () => {
    const { options = [] } = ask({ kind: "yes-no" }, "whatsapp", ["fr"]);
    expect(options).toEqual([
      { id: "colour:yes", label: "Oui" },
      { id: "colour:no", label: "Non" },
    ]);
    expect(numbered("D'accord ?", options)).toBe("D'accord ?");
    expect(quickReplies({ node: "n", rule: { kind: "nps" }, languages: ["en"] })).toHaveLength(11);
    expect(ask({ kind: "email" }, "chat")).toEqual({ text: "Which?" });
  });
});

describe("a tap", () => {
  it.each([
    ["colour:red", "colour", "red"],
    ["colour:red", "size", null],
    ["red", "colour", null],
    ["colour:", "colour", null],
  ])("on %s at the question %s is %s", (id, node, option) => {
    expect(tappedOption(id, node)).toBe(option);
  });
});

describe("what is expected", () => {
  it.each<[AnswerRule, string]>([
    [{ kind: "text" }, "Please answer in words."],
    [{ kind: "text", lengthMin: 2 }, "Please answer in at least 2 characters."],
    [{ kind: "text", lengthMax: 40 }, "Please answer in at most 40 characters."],
    [{ kind: "text", lengthMin: 2, lengthMax: 40 }, "Please answer in 2 to 40 characters."],
    [COLOURS, "Please choose one of these:"],
    [{ kind: "multi-choice", options: COLOURS.options }, "Please choose 1 to 2 of these, such as 1, 2:"],
    [
      { kind: "multi-choice", options: COLOURS.options, choicesMin: 2 },
      "Please choose 2 of these, such as 1, 2:",
    ],
    [{ kind: "yes-no" }, "Please answer yes or no."],
    [{ kind: "number" }, "Please answer with a number."],
    [{ kind: "number", integer: true }, "Please answer with a whole number."],
    [{ kind: "number", min: 0.5 }, "Please answer with a number, at least 0.5."],
    [{ kind: "number", max: 9 }, "Please answer with a number, at most 9."],
    [{ kind: "rating", min: 1, max: 5 }, "Please answer with a number from 1 to 5."],
    [{ kind: "nps" }, "Please answer with a number from 0 to 10."],
    [{ kind: "date" }, "Please answer with a date, such as 24 May."],
    [{ kind: "date", earliest: "today" }, "Please answer with a date from today on."],
    [{ kind: "date", latest: "2026-12-24" }, "Please answer with a date up to 2026-12-24."],
    [
      { kind: "date", earliest: "today", latest: "2026-12-24" },
      "Please answer with a date from today to 2026-12-24.",
    ],
    [{ kind: "email" }, "Please answer with an e-mail address."],
    [{ kind: "phone" }, "Please answer with a phone number."],
    [{ kind: "media" }, "Please send a photo, a video, a voice message or a document."],
    [{ kind: "media", accept: ["audio"] }, "Please send a voice message."],
    [{ kind: "location" }, "Please share your location."],
    [{ kind: "location", addressInWords: true }, "Please share your location or write an address."],
  ])("of %j", (rule, sentence) => {
    expect(explainExpected(rule, sentencesIn(["en"]))).toBe(sentence);
  });

  it("is said in the first language we have words in, else in English", () => {
    expect(sentencesIn(["pt-BR", "pt", "en"]).yes).toBe("Sim");
    expect(sentencesIn(["tlh"]).yes).toBe("Yes");
  });

  it.each(Object.keys(SENTENCES))("fits one SMS in %s and leaves nothing unfilled", (language) => {
    const words = sentencesIn([language]);
    const range = { min: 100, max: 1600 };
    const rules: AnswerRule[] = [
      { kind: "text", lengthMin: range.min, lengthMax: range.max },
      { kind: "text", lengthMin: range.min },
      { kind: "text", lengthMax: range.max },
      { kind: "number", ...range, integer: true },
      { kind: "number", min: range.min },
      { kind: "number", max: range.max },
      { kind: "number" },
      { kind: "date" },
      { kind: "date", earliest: "today" },
      { kind: "date", latest: "2026-12-24" },
      { kind: "email" },
      { kind: "phone" },
      { kind: "media", accept: ["image"] },
      { kind: "location", addressInWords: true },
      { kind: "yes-no" },
      COLOURS,
      { kind: "multi-choice", options: COLOURS.options },
    ];
    for (const rule of rules) {
      const sentence = explainExpected(rule, words);
      expect(sentence).not.toMatch(/[{}]|undefined/);
      expect(segments(sentence).count, sentence).toBe(1);
    }
  });
});
