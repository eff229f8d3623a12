// An e-mail's two parts: nobody's words become markup, and both say everything, in either direction.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, MailDocument } from "#core/mail/document";
import { renderHtml } from "../../../worker/email/render-html.ts";
import { renderText } from "../../../worker/email/render-text.ts";

/** Every kind of block, all of whose words are given. */
function everything(word: string): MailDocument {
  const blocks: readonly Block[] = [
    { kind: "heading", text: word },
    { kind: "text", text: word },
    { kind: "text", text: word, tone: "bad" },
    { kind: "quote", text: word, by: word },
    { kind: "figures", figures: [{ label: word, value: word, note: word, tone: "good" }] },
    { kind: "facts", rows: [{ label: word, value: word }] },
    { kind: "table", head: [word, word], rows: [[word, word]], numeric: [1] },
    {
      kind: "bars",
      label: word,
      bars: [
        { label: word, value: 3, note: word },
        { label: word, value: 0 },
      ],
    },
    { kind: "list", items: [word, word], tone: "bad" },
    { kind: "button", text: word, url: `https://acme.org/${word}` },
  ];
  return {
    language: word,
    subject: word,
    preview: word,
    blocks,
    reason: word,
    unsubscribeUrl: `https://acme.org/u/${word}`,
  };
}

const plain = (blocks: readonly Block[], language = "en"): MailDocument => ({
  language,
  subject: "Subject",
  preview: "Preview",
  blocks,
  reason: "You are in the group.",
});

/** The elements with the names of their attributes, in order: what words could add to. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z0-9!-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)].map(
    ([, name, attributes = ""]) => `${name}${attributes.replaceAll(/="[^"]*"/g, "=")}`,
  );
}

describe("the HTML part", () => {
  test("nobody's words become markup", () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "=", "/", "b", " ", "-", "!") }),
      fc.constantFrom(
        "</td><script>alert(1)</script>",
        '" onclick="alert(1)',
        "<!--",
        "]]>",
        "&amp;lt;",
        "${x}",
      ),
    );
    fc.assert(
      fc.property(nasty, (word) => {
        const oneLine = word.replaceAll(/[\r\n]/g, " ");
        expect(skeleton(renderHtml(everything(oneLine)))).toEqual(skeleton(renderHtml(everything("word"))));
      }),
      { seed: 20261121 },
    );
  });

  test("words come out as they went in", () => {
    const html = renderHtml(everything(`Tom & "Ann" <tom@acme.org>'s`));
    expect(html).toContain("<title>Tom &amp; &quot;Ann&quot; &lt;tom@acme.org&gt;&#39;s</title>");
    expect(html).not.toContain("<tom@acme.org>");
  });

  test.each([
    ["en", "ltr", "left"],
    ["ar", "rtl", "right"],
    ["he-IL", "rtl", "right"],
    ["arn", "ltr", "left"],
  ])("%s runs %s", (language, direction, start) => {
    const html = renderHtml(plain([{ kind: "quote", text: "words" }], language));
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).toContain(`border-${start}:3px`);
  });

  test("is what mail programs show: light and dark, no scripts, no pictures, narrow enough, and small", () => {
    const html = renderHtml(everything("word"));
    expect(html).toContain('<meta name="color-scheme" content="light dark" />');
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|position:|display:flex|display:grid/);
    expect(html).toContain("max-width:600px");
    // Gmail cuts off what is over 102 KB; a digest has a few hundred blocks at most.
    expect(html.length).toBeLessThan(12_000);
  });

  test("bars are as long as their figures, and nothing is nothing", () => {
    const bars = [
      { label: "a", value: 200 },
      { label: "b", value: 50 },
      { label: "c", value: 1 },
      { label: "d", value: 0 },
    ];
    const html = renderHtml(plain([{ kind: "bars", label: "Calls", bars }]));
    const widths = [...html.matchAll(/class="bar" width="(\d+)%"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([100, 25, 1]);
  });

  test("without a link to unsubscribe has none", () => {
    expect(renderHtml(plain([]))).not.toContain("Unsubscribe");
  });
});

describe("the text part", () => {
  test("stands in lines of 72 characters, links whole", () => {
    const link = `https://acme.org/${"x".repeat(90)}`;
    const text = renderText(
      plain([
        { kind: "text", text: `${"word ".repeat(60)}${link} ${"more ".repeat(20)}` },
        { kind: "quote", text: "word ".repeat(40) },
        { kind: "list", items: ["word ".repeat(40), "short"] },
        { kind: "facts", rows: [{ label: "What to do", value: "word ".repeat(40) }] },
      ]),
    );
    const long = text.split("\n").filter((line) => line.length > 72);
    expect(long).toEqual([link]);
  });

  test("reads like a letter", () => {
    const text = renderText({
      ...plain([
        { kind: "heading", text: "Friday" },
        { kind: "text", text: "Nobody is on.", tone: "bad" },
        {
          kind: "facts",
          rows: [
            { label: "From", value: "+1 202 555 0123" },
            { label: "Who was rung", value: "Ana 20 s\nBen 20 s" },
          ],
        },
        {
          kind: "table",
          head: ["Flow", "Begun"],
          rows: [
            ["Review", "31"],
            ["Food bank", "9"],
          ],
          numeric: [1],
        },
        {
          kind: "bars",
          label: "Calls",
          bars: [
            { label: "09:00", value: 12 },
            { label: "10:00", value: 24, note: "24, 1 missed" },
          ],
        },
        { kind: "quote", text: "The heating is off.", by: "Anna" },
        { kind: "button", text: "Open", url: "https://acme.org/" },
      ]),
      unsubscribeUrl: "https://acme.org/u/1",
    });
    expect(text).toBe(`Friday
======

! Nobody is on.

From:          +1 202 555 0123
Who was rung:  Ana 20 s
               Ben 20 s

Flow       Begun
Review        31
Food bank      9

Calls
09:00  ############              12
10:00  ########################  24, 1 missed

> The heating is off.
  Anna

Open:
https://acme.org/

-- 
You are in the group.
Unsubscribe: https://acme.org/u/1
`);
  });
});
