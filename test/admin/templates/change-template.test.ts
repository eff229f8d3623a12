// The template editor's model: one place changes, what is not touched stays as it was written.
import { describe, expect, test } from "vitest";
import { MessageTemplate } from "#core/message-template/template";
import {
  hasWords,
  withdraw,
  withDefault,
  withMedia,
  withNamesPrinted,
  withText,
  withWhatsapp,
} from "../../../admin-ui/src/features/templates/edit/change-template.ts";

const WHOLE = MessageTemplate.parse({
  language: "en",
  placeholders: ["town", { name: "first_name", default: "neighbour" }],
  text: { en: "Hello {{ first_name }} of {{ town }}", es: "Hola {{ first_name }}" },
  media: ["https://example.com/a.jpg"],
  whatsapp: {
    kind: "content",
    contents: {
      en: { contentSid: `HX${"0".repeat(32)}`, variables: { 1: "{{ first_name }}" }, body: "Hi {{1}}" },
    },
  },
});

describe("a template", () => {
  test("is the same when each of its parts is put back as it is", () => {
    const same = [
      withText(WHOLE, WHOLE.text),
      withMedia(WHOLE, WHOLE.media ?? []),
      withWhatsapp(WHOLE, WHOLE.whatsapp),
      withDefault(WHOLE, "first_name", "neighbour"),
      withNamesPrinted(WHOLE, WHOLE),
      withdraw(WHOLE, "nobody"),
    ];
    for (const one of same) expect(JSON.stringify(one)).toBe(JSON.stringify(WHOLE));
  });

  test("loses a part that is emptied, and stays one that can be kept", () => {
    const bare = withMedia(withWhatsapp(WHOLE, undefined), []);
    expect(Object.keys(bare)).toEqual(["language", "placeholders", "text"]);
    expect(MessageTemplate.parse(bare)).toEqual(bare);
    expect(withDefault(WHOLE, "first_name", "").placeholders).toEqual(["town", { name: "first_name" }]);
    expect(withDefault(WHOLE, "town", "Leeds").placeholders[0]).toEqual({ name: "town", default: "Leeds" });
  });

  test("takes up the names it prints as they are typed, and none that was only on the way to one", () => {
    const typed = [
      "{{ p",
      "{{ p }}",
      "{{ pl }}",
      "{{ plan }}",
      "{{ plan }} {{ Town }} {{ answers.age }}",
    ].reduce(
      (before, text) => withNamesPrinted(before, withText(before, { en: text })),
      withWhatsapp({ ...WHOLE, placeholders: [] }, undefined),
    );
    expect(typed.placeholders).toEqual([{ name: "plan" }]);
    // What was said to stand in outlives its name, until somebody takes it away.
    const stood = withDefault(typed, "plan", "the free one");
    const cut = withNamesPrinted(stood, withText(stood, { en: "Hello" }));
    expect(cut.placeholders).toEqual([{ name: "plan", default: "the free one" }]);
    expect(withNamesPrinted(typed, withText(typed, { en: "Hello" })).placeholders).toEqual([]);
  });

  test.each([
    ["words in each language", WHOLE, true],
    ["a language that is begun", withText(WHOLE, { en: "Hello", fr: " " }), false],
    ["approved content alone", withText(WHOLE, undefined), true],
    ["nothing at all", withText(withWhatsapp(WHOLE, undefined), undefined), false],
  ])("can be kept with %s: %#", (_, document, can) => {
    expect(hasWords(document)).toBe(can);
  });
});
