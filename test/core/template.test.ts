// Texts with placeholders: what they say, what they refuse to do, and what is said when one fails.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTemplate, placeholders, render } from "#core/template";

describe("render", () => {
  test.each([
    ["a value", "Hi {{ first_name }}!", { first_name: "Ann" }, {}, "Hi Ann!"],
    ["a dotted one", "You said {{ answers.rating }}.", { answers: { rating: 4 } }, {}, "You said 4."],
    ["a missing one is nothing", "Hi{{ first_name }}!", {}, {}, "Hi!"],
    ["its default", "Hi {{ first_name }}!", { first_name: " " }, { first_name: "friend" }, "Hi friend!"],
    [
      "a dotted default",
      "Hi {{ contact.name }} of {{ contact.town }}!",
      { contact: { town: "Ayr" } },
      { "contact.name": "friend" },
      "Hi friend of Ayr!",
    ],
    ["the template's own default goes first", 'Hi {{ x | default: "you" }}!', {}, { x: "friend" }, "Hi you!"],
    ["what an if asks for stays missing", "Hi{% if x %} {{ x }}{% endif %}!", {}, { x: "friend" }, "Hi!"],
    [
      "a list reads as one",
      "Topics: {{ topics }}",
      { topics: ["bread", "roses"] },
      {},
      "Topics: bread, roses",
    ],
    [
      "a loop",
      "{% for t in topics %}{{ forloop.index }}. {{ t }}\n{% endfor %}",
      { topics: ["bread", "roses"] },
      {},
      "1. bread\n2. roses",
    ],
    [
      "a date is the same on every machine",
      "{{ day | date }}, {{ day | date: '%A' }}",
      { day: "2026-11-21" },
      {},
      "21 November 2026, Saturday",
    ],
    ["plain text is not HTML", "{{ x }} & you", { x: "<b>Tom & Jo's</b>" }, {}, "<b>Tom & Jo's</b> & you"],
    ["braces alone are words", "a { b } c", {}, {}, "a { b } c"],
  ])("%s", (_what, source, values, defaults, text) => {
    expect(render(source, values, defaults)).toEqual({ kind: "ok", text });
  });

  test("what a person typed is never read as a template", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("{", "}", "%", " ", "x", "|", "secret", "if", "raw"),
          maxLength: 30,
        }),
        (typed) => {
          const rendered = render("<{{ x }}>", { x: typed, secret: "LEAK" });
          expect(rendered).toEqual({ kind: "ok", text: `<${typed}>` });
        },
      ),
      { seed: 20261121, numRuns: 500 },
    );
  });

  test("the values given are left as they were", () => {
    const values = { a: { b: "" } };
    expect(render("{{ a.b }}{% assign a = 1 %}", values, { "a.b": "x" })).toMatchObject({ text: "x" });
    expect(values).toEqual({ a: { b: "" } });
  });

  test.each([
    ["no prototype", "[{{ x.constructor }}{{ x.__proto__ }}{{ constructor.name }}]", { x: {} }, "[]"],
    ["no clock", "{{ 'now' | date: '%Y' }}", {}, "now"],
  ])("there is %s in it", (_what, source, values, text) => {
    expect(render(source, values)).toEqual({ kind: "ok", text });
  });

  test.each([
    [
      "an unknown filter",
      "Hi {{ n | shout }}, how are you?",
      "Hi, how are you?",
      "line 1, column 4: undefined filter: shout",
    ],
    ["chance", "Hello {{ topics | sample }}", "Hello", "line 1, column 7: undefined filter: sample"],
    [
      "a text run as code",
      "Hello {{ topics | where_exp: 'x', n }}",
      "Hello",
      "line 1, column 7: undefined filter: where_exp",
    ],
    ["a file", "Hello\n{% include 'x' %}", "Hello", 'line 2, column 1: tag "include" not found'],
    ["a block without an end", "Hello {% if n %}", "Hello", "line 1, column 7: tag {% if n %} not closed"],
    [
      "an output without an end",
      "Hello {{ n\nBye",
      "Hello\nBye",
      'line 1, column 7: output "{{ n\\nBye" not closed',
    ],
    [
      "a group of values",
      "Hello {{ group }}!",
      "Hello!",
      "line 1, column 7: this is a group of values, which cannot be printed; name one of them",
    ],
    [
      "nothing to say",
      "{% if group.no %}x{% endif %}",
      "Sorry, something went wrong on our side.",
      "the text is empty for this person",
    ],
  ])("%s fails, and something sensible is said", (_what, source, text, problem) => {
    const rendered = render(source, { n: "Ann", topics: ["a"], group: { a: 1 } });
    expect(rendered).toMatchObject({ kind: "failed", text });
    expect(rendered).toHaveProperty("problem", expect.stringContaining(problem.split("\\n")[0] ?? ""));
  });

  test("what is said then has the values that need no filter, defaults for the others, and nothing out of a block", () => {
    const source =
      'Dear {{ n }} of {{ town | default: "here" }}, {{ club }}: {% if won %}you won{% else %}you lost{% endif %} {{ cents | divided_by: 100 }} {{ x | shout }} .';
    expect(render(source, { n: "Ann", won: false, cents: 12_345 }, { club: "the club" })).toMatchObject({
      kind: "failed",
      text: "Dear Ann of here, the club:.",
    });
  });

  test("where no words are left, the caller's own are said", () => {
    expect(render("{{ x }}", {}, {}, "Ups.")).toMatchObject({ kind: "failed", text: "Ups." });
  });

  test.each([
    [
      "nested loops",
      "{% for a in (1..100) %}{% for b in (1..100) %}{% for c in (1..100) %}{% endfor %}{% endfor %}{% endfor %}ok",
    ],
    [
      "loops over a person's values",
      "{% for a in l %}{% for b in l %}{% for c in l %}{% for d in l %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}ok",
    ],
    ["a text that doubles", `{% assign a = "xx" %}${"{% assign a = a | append: a %}".repeat(30)}ok`],
    [
      "a capture that doubles",
      `{% capture a %}xx{% endcapture %}${"{% capture a %}{{ a }}{{ a }}{% endcapture %}".repeat(60)}ok`,
    ],
    ["a huge range", "{% for a in (1..1000000000) %}{% endfor %}ok"],
    ["printing for ever", "{% for a in (1..50000) %}{{ text }}{% endfor %}ok"],
    ["a text that is too long itself", "ok".repeat(10_000)],
  ])("%s ends in a failure", (_what, source) => {
    expect(
      render(source, { l: Array.from({ length: 20 }, String), text: "word ".repeat(100) }),
    ).toMatchObject({
      kind: "failed",
      problem: expect.stringContaining("limit exceeded"),
      text: expect.stringContaining("ok"),
    });
  });

  test("whatever the source, something is said, and the same every time", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      " if x ",
      " endif ",
      "x",
      " | default: 'd'",
      "\n",
      "word",
      "-",
      " for y in x ",
      "endfor",
      "raw",
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.option(fc.string()), (pieces, x) => {
        const source = pieces.join("");
        const rendered = render(source, { x }, { x: "d" });
        expect(rendered.text.trim()).not.toBe("");
        expect(render(source, { x }, { x: "d" })).toEqual(rendered);
        if (rendered.kind === "failed" && x === null) expect(rendered.text).not.toMatch(/\{\{|\{%/);
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});

describe("placeholders", () => {
  test.each([
    ["Hi {{ first_name }}", [["first_name", false]]],
    ['Hi {{ first_name | default: "friend" | upcase }}', [["first_name", true]]],
    [
      "{{ answers.rating }} {{ a['b c'] }}",
      [
        ["answers.rating", false],
        ["a['b c']", false],
      ],
    ],
    ["{{ x | default: 'a' }} and {{ x }}", [["x", false]]],
    [
      "{% if x %}{{ x }}{% else %}{{ y }}{% endif %}",
      [
        ["x", true],
        ["y", false],
      ],
    ],
    [
      "{% if x and z %}{{ z }}{{ y }}{% endif %}",
      [
        ["z", true],
        ["y", false],
      ],
    ],
    ["{% unless x %}{{ x }}{% endunless %}", [["x", false]]],
    ["{% for t in topics %}{{ t }}{{ forloop.index }}{{ x }}{% endfor %}", [["x", false]]],
    ["{% assign y = x %}{{ y }}", []],
    ["{% if x == 'a' %}yes{% endif %}", []],
    ["{% raw %}{{ x }}{% endraw %} {% comment %}{{ y }}{% endcomment %}", []],
    ["{% if broken", []],
  ])("%s", (source, expected) => {
    expect(placeholders(source).map(({ name, hasDefault }) => [name, hasDefault])).toEqual(expected);
  });
});

describe("checkTemplate", () => {
  test("null for a text that parses, the problem with its place for one that does not", () => {
    expect(checkTemplate("Hi {{ x }}")).toBeNull();
    expect(checkTemplate("Hi\n  {% for %}")).toMatch(/^line 2, column 3: /);
  });
});
