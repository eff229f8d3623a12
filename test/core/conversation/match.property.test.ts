// What holds for every text and every question. Seeded: a failure comes back.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerRule } from "#core/conversation/flow";
import { match, overlaps, WHYS } from "#core/conversation/match";
import { context, day, numberRule, options, rule, said, text, words } from "./arbitrary-answer.ts";
import { ENGLISH } from "./matching.ts";

function check<T>(property: fc.IProperty<T>, numRuns = 1000): void {
  fc.assert(property, { seed: 20261121, numRuns });
}

describe("whatever is said to whatever question", () => {
  test("there is an answer or a reason, never an error, and the same one every time", () => {
    check(
      fc.property(rule, said, context, (rule, said, context) => {
        const found = match(rule, said, context);
        expect(match(structuredClone(rule), said, context)).toEqual(found);
        if (found.kind === "unmatched") expect(WHYS).toContain(found.why);
        else expect(typeof found.label).toBe("string");
      }),
      5000,
    );
  });

  test("a number is within its limits", () => {
    check(
      fc.property(numberRule, text, context, (rule, text, context) => {
        const found = match(rule, { text }, context);
        if (found.kind === "unmatched") return;
        const value = Number(found.value);
        expect(value).toBeGreaterThanOrEqual(rule.min);
        expect(value).toBeLessThanOrEqual(rule.max);
        if (rule.integer) expect(value).toBe(Math.trunc(value));
      }),
    );
  });

  test("a date is within its limits and in the calendar", () => {
    check(
      fc.property(day, day, words, context, (a, b, text, context) => {
        const [earliest, latest] = a < b ? [a, b] : [b, a];
        const found = match({ kind: "date", earliest, latest }, { text }, context);
        if (found.kind === "unmatched" || typeof found.value !== "string") return;
        const date = found.value;
        expect(new Date(`${date}T00:00Z`).toISOString()).toBe(`${date}T00:00:00.000Z`);
        expect(earliest <= date && date <= latest).toBe(true);
      }),
    );
  });

  test("several choices come in the order of the options, each once, as many as allowed", () => {
    check(
      fc.property(options, words, context, (options, text, context) => {
        const found = match({ kind: "multi-choice", options, choicesMax: 3 }, { text }, context);
        if (found.kind === "unmatched") return;
        const chosen = new Set(Array.isArray(found.value) ? found.value : []);
        expect(chosen.size).toBeLessThanOrEqual(3);
        expect(found.value).toEqual(options.map(({ id }) => id).filter((id) => chosen.has(id)));
      }),
    );
  });
});

describe("every option can be reached", () => {
  test("by its label, its number and its letter, unless the checker has warned", () => {
    check(
      fc.property(options, (options) => {
        fc.pre(overlaps({ kind: "choice", options }, ["en"]).length === 0);
        options.forEach(({ id, label }, index) => {
          const place = String(index + 1);
          const letter = "abcdefghijklmnopqrst".charAt(index);
          for (const text of [
            label.en,
            ` ${label.en} `,
            place,
            `${place}.`,
            `(${place})`,
            letter,
            `${letter.toUpperCase()})`,
          ]) {
            const choice = match({ kind: "choice", options }, { text }, ENGLISH);
            expect({ text, choice }).toEqual({
              text,
              choice: { kind: "matched", value: id, label: label.en, option: id },
            });
            expect(match({ kind: "multi-choice", options }, { text }, ENGLISH)).toMatchObject({
              value: [id],
            });
          }
        });
      }),
      300,
    );
  });

  test("by a tap, always", () => {
    check(
      fc.property(options, text, context, (options, text, context) => {
        for (const { id } of options) {
          expect(match({ kind: "choice", options }, { text, option: id }, context)).toMatchObject({
            value: id,
          });
        }
      }),
      100,
    );
  });
});

test("no pattern runs away with a message of a hundred thousand characters", () => {
  const options = [
    { id: "a", label: { en: "Blue" } },
    { id: "b", label: { en: "Not a" } },
  ];
  const rules: AnswerRule[] = [
    { kind: "choice", options },
    { kind: "multi-choice", options },
    { kind: "yes-no" },
    { kind: "number" },
    { kind: "nps" },
    { kind: "date" },
    { kind: "email" },
    { kind: "phone" },
    { kind: "location" },
  ];
  const parts = [
    "1 ",
    "1-",
    "1 and ",
    "not blue but ",
    "3 or 4 ",
    "not ",
    "blue ",
    "3/3 ",
    "  ",
    "1,",
    "!",
    "x@",
    "51.5 ",
    "no yes ",
    "two hundred and ",
    "3 days ",
    "ok ",
  ];
  for (const part of parts) {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    for (const rule of rules) expect(match(rule, { text }, ENGLISH).kind).toMatch(/matched/);
  }
}, 30_000);
