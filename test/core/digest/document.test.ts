// What a digest says, word for word: of a busy day, a quiet one, a week, and of days that came late.
import { describe, expect, test } from "vitest";
import { DigestConfig } from "#core/digest/config";
import { composeDigest, isQuiet } from "#core/digest/document";
import type { Due } from "#core/digest/due";
import { maskFigures, narrow } from "#core/digest/narrow";
import { renderText } from "../../../worker/email/render-text.ts";
import { BUSY, QUIET, TUESDAY } from "./figures.ts";

const config = (more: object = {}) =>
  DigestConfig.parse({ email: "ann@example.org", zone: "Europe/London", ...more });

function tell(figures = BUSY, more: object = {}, due: Due = TUESDAY, now = due.dueAt) {
  const document = composeDigest(figures, config(more), {
    due,
    now,
    publicUrl: "https://line.example.org",
    unsubscribeUrl: "https://line.example.org/u",
  });
  return { subject: document.subject, preview: document.preview, text: renderText(document) };
}

test("a busy day", () => {
  const { subject, preview, text } = tell();
  expect(subject).toBe("Tuesday 24 November: 8 things need somebody");
  expect(preview).toMatch(/^Winter food parcels: every third message failed; Night line: nobody on shift/);
  expect(text).toMatchInlineSnapshot(`
    "Tuesday 24 November
    ===================

    ! 8 things need somebody:

    - Winter food parcels: every third message failed
    - Night line: nobody on shift Wed 25 Nov 14:00-16:00
    - Night line: 1 voicemail is unheard
    - Night line: 1 caller reached nobody and left no message
    - 1 text may have meant STOP
    - 3 people wait for one of you
    - 2 messages may or may not have been sent
    - 1 e-mail did not arrive

    > please stop it with these, or call me on +447700900123
      May have meant STOP · Ada

    texts came in:        214 (34 more than the day before)
    went out:             1,311 (as many as the day before)
    answered to the end:  87 (4 fewer than the day before)
    calls answered:       8 of 11

    Texts and calls that came in, by hour
    09:00–12:00  ########################  141
    12:00–15:00  ##                        12
    15:00–18:00                            0
    18:00–21:00  ##########                61

    Messages
    ========

    Delivered:  1,250 of 1,311 (95 %)
    Failed:     41
    Said STOP:  3

    Why messages failed                         How many
    the number is not in use                          22
    the phone was switched off or out of reach        14
    the carrier filtered it as unwanted                5

    Answers
    =======

    Answered to the end
    Product review  ########################  71, 96 began
    Centre survey   #####                     16, 20 began

    > Second one that broke within a month, and nobody answers my e-mails.
      Lowest rating, 1/5 · John Mbeki, Product review

    > Lasts two days!
      Highest rating, 5/5 · somebody, Product review

    Now in another category

    lead: hot:   12 people
    lead: cold:  1 person

    Campaigns
    =========

    Campaign                              Sent  Arrived  Failed  Replied
    Winter food parcels (sending)  1,180/1,500    1,121      38       64

    Helplines
    =========

    Group       Calls  Answered  Missed  Voicemails
    Night line     11         8       1           2

    Open Partyline:
    https://line.example.org/

    -- 
    You get this every day because somebody on the staff put you on the
    list.
    Unsubscribe: https://line.example.org/u
    "
  `);
});

test("a quiet day is a line", () => {
  expect(isQuiet(QUIET)).toBe(true);
  const { subject, text } = tell(QUIET);
  expect(subject).toBe("Tuesday 24 November: all quiet");
  expect(text).toMatchInlineSnapshot(`
    "Tuesday 24 November
    ===================

    Nothing happened, and nothing needs you.

    -- 
    You get this every day because somebody on the staff put you on the
    list.
    Unsubscribe: https://line.example.org/u
    "
  `);
});

test("a day that needs nobody says so first, and its subject says how it was", () => {
  const { attention, helplines } = QUIET;
  const { subject, text } = tell({
    ...BUSY,
    attention,
    helplines,
    totals: { ...BUSY.totals, unknown: 0 },
  });
  expect(subject).toBe("Tuesday 24 November: 214 texts, 87 answers, 0 calls");
  expect(text.split("\n").slice(0, 4)).toEqual([
    "Tuesday 24 November",
    "===================",
    "",
    "Nothing needs you.",
  ]);
});

describe("what makes a day worth an e-mail to who wants none about quiet ones", () => {
  test.each([
    ["a text", { totals: { ...QUIET.totals, received: 1 } }],
    ["an opt-out", { totals: { ...QUIET.totals, optOuts: 1 } }],
    ["a category", { categories: BUSY.categories }],
    ["a campaign", { campaigns: BUSY.campaigns }],
    ["calls, or a gap in the rota", { helplines: BUSY.helplines }],
    ["an alarm", { attention: BUSY.attention }],
    ["a dead letter", { attention: { ...QUIET.attention, deadLetters: 1 } }],
  ])("%s", (_, more) => {
    expect(isQuiet({ ...QUIET, ...more })).toBe(false);
  });

  test("not a helpline that nobody called", () => {
    expect(isQuiet({ ...QUIET, helplines: BUSY.helplines.slice(1) })).toBe(true);
  });
});

test("a week is drawn by its days", () => {
  const week = { ...TUESDAY, startsAt: TUESDAY.endsAt - 7 * 86_400_000 };
  const { subject, text } = tell(BUSY, { period: "weekly" }, week);
  expect(subject).toMatch(/^18\s?\u2013\s?24 November: /);
  expect(text).toContain("Texts and calls that came in, by day\nWed 18 Nov");
  expect(text).toContain("34 more than the days before");
  expect(text).toContain("every week");
});

describe("a digest that is not what it should be says why", () => {
  test("two days in one", () => {
    const two = { ...TUESDAY, startsAt: TUESDAY.startsAt - 86_400_000 };
    expect(tell(BUSY, {}, two).text).toContain("This is about 2 days at once");
    expect(tell(BUSY, {}, two).subject).toMatch(/^23\s?\u2013\s?24 November: /);
  });

  test("a day that comes late", () => {
    const late = tell(BUSY, {}, TUESDAY, TUESDAY.dueAt + 9 * 3_600_000).text;
    expect(late).toContain("This was to come on Wednesday 25 November at 07:00.");
    expect(tell(BUSY, {}, TUESDAY, TUESDAY.dueAt + 3_600_000).text).not.toContain("was to come");
  });

  test("a day of 23 hours and one of 25 are days", () => {
    for (const endsAt of [TUESDAY.endsAt - 3_600_000, TUESDAY.endsAt + 3_600_000])
      expect(tell(BUSY, {}, { ...TUESDAY, endsAt }).text).not.toContain("at once");
  });
});

test("only the parts, flows and groups that are theirs", () => {
  const own = config({ flows: ["survey"], helplines: ["h2"], sections: ["answers"] });
  const mine = narrow(BUSY, own);
  expect(mine.totals.answers).toBe(16);
  const { text } = tell(mine, { sections: ["answers"] });
  expect(text).toContain("16 (15 fewer than the day before)");
  for (const word of ["Product review", "Night line", "Winter food parcels (", "Delivered"])
    expect(text).not.toContain(word);
  expect(text).toContain("Winter food parcels: every third message failed");
});

test("whoever may not see numbers sees none", () => {
  expect(tell(BUSY).text).toContain("+447700900123");
  expect(tell(maskFigures(BUSY)).text).not.toMatch(/7700900123/);
});
