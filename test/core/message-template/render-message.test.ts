// What one person gets of a template: the words of their channel and language, filled in.
import { describe, expect, test } from "vitest";
import { MessageTemplate } from "#core/message-template/template";
import { renderMessage } from "#core/message-template/render-message";
import type { RenderedMessage } from "#core/message-template/render-message";

const SID = `HX${"0".repeat(32)}`;
const hello = MessageTemplate.parse({
  placeholders: ["first_name", { name: "town", default: "your town" }],
  text: {
    en: "Hi {{ first_name }} of {{ town }}!",
    es: "¡Hola {{ first_name }} de {{ town }}!",
    "pt-BR": "Oi {{ first_name }}!",
  },
  media: ["https://example.org/map.png"],
  whatsapp: {
    kind: "content",
    contents: {
      en: {
        contentSid: SID,
        variables: { "1": "{{ first_name }}", "2": "{{ town | upcase }}" },
        body: "Hello {{1}} in {{ 2 }}",
      },
    },
  },
});
const text = (rendered: RenderedMessage) => (rendered.kind === "ok" ? rendered.text : rendered);

describe("language", () => {
  test.each<[language: string | null, expected: string]>([
    ["es", "¡Hola Ann de Ayr!"],
    ["es-MX", "¡Hola Ann de Ayr!"],
    ["pt-BR", "Oi Ann!"],
    // Another region of it is nearer than another language.
    ["pt-PT", "Oi Ann!"],
    ["pt", "Oi Ann!"],
    ["de", "Hi Ann of Ayr!"],
    [null, "Hi Ann of Ayr!"],
  ])("%s: %s", (language, expected) => {
    expect(text(renderMessage(hello, { first_name: "Ann", town: "Ayr" }, "sms", language))).toBe(expected);
  });

  test("the template's own language is the fallback, else the first one written", () => {
    const spanish = MessageTemplate.parse({ language: "es", text: { en: "Hi", es: "Hola" } });
    const german = MessageTemplate.parse({ language: "de", text: { fr: "Salut", es: "Hola" } });
    expect([spanish, german].map((template) => text(renderMessage(template, {}, "sms", "it")))).toEqual([
      "Hola",
      "Salut",
    ]);
  });
});

describe("placeholders", () => {
  test("who lacks one without a default is not sent anything; a default is named where it stands in", () => {
    expect(renderMessage(hello, { town: "Ayr" }, "sms", "en")).toEqual({
      kind: "missing",
      placeholders: ["first_name"],
    });
    expect(renderMessage(hello, { first_name: "  " }, "sms", "en")).toMatchObject({ kind: "missing" });
    expect(renderMessage(hello, { first_name: "Ann" }, "sms", "en")).toMatchObject({
      text: "Hi Ann of your town!",
      missing: ["town"],
    });
  });

  test("a default in the text itself, and an if, ask for nothing", () => {
    const polite = MessageTemplate.parse({
      text: { en: 'Hi {{ first_name | default: "friend" }}{% if town %} of {{ town }}{% endif %}' },
    });
    expect(text(renderMessage(polite, {}, "sms", "en"))).toBe("Hi friend");
  });

  test("what is not declared counts as missing all the same", () => {
    const loose = MessageTemplate.parse({ text: { en: "Hi {{ nick }}" } });
    expect(renderMessage(loose, {}, "sms", null)).toEqual({ kind: "missing", placeholders: ["nick"] });
  });

  test("a value is never read as Liquid", () => {
    const values = { first_name: "{{ town }}", town: "Ayr" };
    expect(text(renderMessage(hello, values, "sms", "pt-BR"))).toBe("Oi {{ town }}!");
  });
});

describe("channels", () => {
  test("approved content has its variables, and reads as WhatsApp shows it", () => {
    expect(renderMessage(hello, { first_name: "Ann\n\nLee", town: "Ayr" }, "whatsapp", "es")).toEqual({
      kind: "ok",
      text: "Hello Ann Lee in AYR",
      media: [],
      content: { sid: SID, variables: { "1": "Ann Lee", "2": "AYR" } },
      segments: 1,
      language: "en",
      missing: [],
    });
  });

  test("approved words that nobody has seen are recorded by what we put into them", () => {
    const contents = { en: { contentSid: SID, variables: { "1": "{{ first_name }}", "2": "Saturday" } } };
    const unseen = MessageTemplate.parse({ whatsapp: { kind: "content", contents } });
    expect(text(renderMessage(unseen, { first_name: "Ann" }, "whatsapp", null))).toBe("Ann Saturday");
  });

  test("WhatsApp without words of its own says what an SMS says", () => {
    const plain = MessageTemplate.parse({ text: { en: "Hi" } });
    expect(renderMessage(plain, {}, "whatsapp", null)).toMatchObject({ text: "Hi", content: null });
  });

  test("content alone says nothing by SMS", () => {
    const { text: _text, media: _media, ...only } = hello;
    expect(renderMessage(only, { first_name: "Ann" }, "sms", "en")).toEqual({
      kind: "failed",
      problem: "it has no words for sms",
    });
  });
});

const counted = (body: string, media: string[], channel: "sms" | "whatsapp") => {
  const rendered = renderMessage(MessageTemplate.parse({ text: { en: body }, media }), {}, channel, "en");
  return rendered.kind === "ok" ? rendered.segments : rendered;
};

describe("what is counted", () => {
  test.each<[what: string, body: string, media: string[], channel: "sms" | "whatsapp", count: number]>([
    ["160 plain characters", "a".repeat(160), [], "sms", 1],
    ["one more", "a".repeat(161), [], "sms", 2],
    ["an emoji among 70", `${"a".repeat(69)}🙂`, [], "sms", 2],
    ["a picture is one, whatever the text", "a".repeat(500), ["https://example.org/a.png"], "sms", 1],
    ["WhatsApp counts messages", "a".repeat(500), [], "whatsapp", 1],
  ])("%s", (_what, body, media, channel, count) => expect(counted(body, media, channel)).toBe(count));

  test("longer than Twilio takes is not sent", () => {
    const long = MessageTemplate.parse({ text: { en: "{{ story }}" }, placeholders: ["story"] });
    expect(renderMessage(long, { story: "x".repeat(1601) }, "sms", "en")).toMatchObject({ kind: "failed" });
  });
});

test.each<[what: string, document: unknown, words: string]>([
  ["no words at all", {}, "says nothing yet"],
  ["no language", { text: {} }, "says nothing yet"],
  [
    "a ContentSid of another kind",
    { whatsapp: { kind: "content", contents: { en: { contentSid: "MG1" } } } },
    "HX and 32",
  ],
  ["a placeholder in capitals", { text: { en: "Hi" }, placeholders: ["First Name"] }, "placeholder"],
  ["a picture by http", { text: { en: "Hi" }, media: ["http://example.org/a.png"] }, "URL"],
])("refused: %s", (_what, document, words) => {
  expect(JSON.stringify(MessageTemplate.safeParse(document).error?.issues)).toContain(words);
});
