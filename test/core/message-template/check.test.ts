// Trouble in a template, found before anybody is sent it.
import { expect, test } from "vitest";
import { checkContents, withBodies } from "#core/message-template/check-contents";
import { blockingPlaceholders, checkMessageTemplate, sizesOf } from "#core/message-template/check";
import { MessageTemplate } from "#core/message-template/template";

const SID = `HX${"1".repeat(32)}`;
const content = (variables: Record<string, string>, body?: string) => ({
  kind: "content",
  contents: { en: { contentSid: SID, variables, ...(body !== undefined && { body }) } },
});

test.each<[what: string, document: unknown, expected: readonly string[]]>([
  ["nothing wrong", { text: { en: "Hi {{ name }}" }, placeholders: [{ name: "name", default: "you" }] }, []],
  ["Liquid that does not parse", { text: { en: "Hi {% if %}" } }, ["error liquid sms.en"]],
  [
    "a loop without end",
    { text: { en: "{% for i in (1..9999999) %}x{% endfor %}" } },
    ["warning fails sms.en"],
  ],
  [
    "one that fails only on WhatsApp",
    {
      text: { en: "Hi" },
      whatsapp: content({ "1": "{% assign a = (1..9999999) %}{{ a }}" }, "Hi {{1}}"),
    },
    ["warning fails whatsapp.en"],
  ],
  [
    "one that speaks only to some",
    {
      text: { en: "{% if vip %}Hi {{ name }}{% endif %}" },
      placeholders: [{ name: "name", default: "you" }],
    },
    [],
  ],
  ["a placeholder nobody declared", { text: { en: "Hi {{ nick }}" } }, ["error undeclared sms.en"]],
  ["one that has a default on the spot", { text: { en: 'Hi {{ nick | default: "you" }}' } }, []],
  ["one without default", { text: { en: "Hi {{ name }}" }, placeholders: ["name"] }, ["warning no-default "]],
  ["one that is printed nowhere", { text: { en: "Hi" }, placeholders: ["name"] }, ["warning unused "]],
  ["an answer", { text: { en: "You said {{ answers.rating }}" } }, ["error unknown-here sms.en"]],
  ["only in one language", { text: { en: "Hi", es: "Hola {{ nombre }}" } }, ["error undeclared sms.es"]],
  ["characters that cost", { text: { en: "Hi – “you”" } }, ["warning costly sms.en"]],
  ["characters that do not", { text: { en: "¡Olé! €5 @home" } }, []],
  [
    "free text on WhatsApp",
    { text: { en: "Hi" }, whatsapp: { kind: "text", text: { en: "Hi 🙂" } } },
    ["warning window whatsapp"],
  ],
  [
    "a language that WhatsApp lacks",
    { text: { en: "Hi", es: "Hola" }, whatsapp: content({}) },
    ["warning language-missing whatsapp.es"],
  ],
  ["a variable without value", { whatsapp: content({}, "Hi {{1}}") }, ["error variable-missing whatsapp.en"]],
  [
    "a value without variable",
    { whatsapp: content({ "2": "x" }, "Hi") },
    ["warning variable-unknown whatsapp.en"],
  ],
  [
    "a variable that prints what is not declared",
    { whatsapp: content({ "1": "{{ nick }}" }, "Hi {{1}}") },
    ["error undeclared whatsapp.en"],
  ],
])("%s", (_what, document, expected) => {
  const findings = checkMessageTemplate(MessageTemplate.parse(document));
  expect(findings.map(({ kind, code, place }) => `${kind} ${code} ${place}`)).toEqual(expected);
});

test("the size of every text, and each character that costs", () => {
  const template = MessageTemplate.parse({
    text: { en: "Hi {{ name }}", es: "Sí – ¿ya?" },
    placeholders: [{ name: "name", default: "you" }],
  });
  expect(sizesOf(template)).toEqual([
    { language: "en", encoding: "gsm7", units: 6, count: 1, costly: null, costlyCharacters: [] },
    { language: "es", encoding: "ucs2", units: 9, count: 1, costly: "í", costlyCharacters: ["í", "–"] },
  ]);
});

test("what keeps a message from somebody, by channel", () => {
  const template = MessageTemplate.parse({
    placeholders: ["first_name", { name: "town", default: "here" }],
    text: { en: "{{ first_name }} {{ town }}", es: '{{ first_name | default: "tú" }} {{ edad }}' },
    whatsapp: content({ "1": "{{ title }}" }),
  });
  expect(blockingPlaceholders(template, "sms")).toEqual(["first_name", "edad"]);
  expect(blockingPlaceholders(template, "whatsapp")).toEqual(["title"]);
});

test("contents the account has, has not, or has no approval for", () => {
  const template = MessageTemplate.parse({ whatsapp: content({}) });
  const codes = (approval: string, sid = SID) =>
    checkContents(template, [{ sid, body: "Hi", approval }]).map(({ code }) => code);
  expect(checkContents(template, null).map(({ code }) => code)).toEqual(["content-unchecked"]);
  expect(checkContents(MessageTemplate.parse({ text: { en: "Hi" } }), null)).toEqual([]);
  expect([codes("approved"), codes("pending"), codes("approved", "HX2")]).toEqual([
    [],
    ["not-approved"],
    ["content-unknown"],
  ]);
  expect(withBodies(template, [{ sid: SID, body: "Hi {{1}}", approval: "approved" }]).whatsapp).toMatchObject(
    {
      contents: { en: { body: "Hi {{1}}" } },
    },
  );
});
