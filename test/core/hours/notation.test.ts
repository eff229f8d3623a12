// How opening hours are written down: spelt out, or in one line.
import * as z from "zod";
import { describe, expect, test } from "vitest";
import { DEFAULT_HOURS, Hours } from "#core/hours";

const day = [{ from: "08:00", to: "21:00" }];
const short = [{ from: "10:00", to: "14:00" }];

describe("Hours", () => {
  test.each([
    ["Mo-Fr 08:00-21:00", { "1": day, "2": day, "3": day, "4": day, "5": day }],
    ["mon-wed 8:00 - 21:00", { "1": day, "2": day, "3": day }],
    ["Mo,We,Sunday 08:00-21:00", { "1": day, "3": day, "7": day }],
    ["Fr-Mo 08:00-21:00", { "5": day, "6": day, "7": day, "1": day }],
    [
      "Mo 08:00-12:00,14:00-18:00",
      {
        "1": [
          { from: "08:00", to: "12:00" },
          { from: "14:00", to: "18:00" },
        ],
      },
    ],
    [
      "Mo-Su 08:00-21:00; Sa 10:00-14:00; Su off",
      { "1": day, "2": day, "3": day, "4": day, "5": day, "6": short, "7": [] },
    ],
    ["", {}],
  ])("%s", (words, days) => {
    expect(Hours.parse(words)).toEqual({ days, holidays: [] });
  });

  test("every hour of the week", () => {
    expect(Object.values(Hours.parse("24/7").days)).toEqual(
      Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
    );
  });

  test("dates that are off", () => {
    expect(Hours.parse("Mo 08:00-21:00; 2026-12-25, 2026-12-26 off")).toEqual({
      days: { "1": day },
      holidays: ["2026-12-25", "2026-12-26"],
    });
  });

  test("the default is quiet from 21:00 to 08:00, every day", () => {
    expect(DEFAULT_HOURS).toEqual(Hours.parse("Mo-Su 08:00-21:00"));
  });

  test("what is spelt out is taken as it is", () => {
    expect(Hours.parse({ days: { "6": short } })).toEqual({ days: { "6": short }, holidays: [] });
  });

  test.each([
    ["Mo-Fr", '"Mo-Fr" is not a rule such as Mo-Fr 08:00-21:00'],
    ["whenever 08:00-21:00", '"whenever" is not a day such as Mo or Mo-Fr'],
    ["Mo-Xy 08:00-21:00", '"Mo-Xy" is not a day such as Mo or Mo-Fr'],
    ["Mo 08:00-21:00,later", '"later" is not a time such as 08:00-21:00'],
    ["2026-12-25 08:00-12:00", "a date can only be off"],
    ["Mo 08:00-25:00", "a time looks like 21:00"],
    ["Mo 24:00-08:00", "a time looks like 08:00"],
    ["Mo 08:00-08:00", "a window needs an end other than its start"],
    ["2026-02-30 off", "Invalid ISO date"],
    [{ days: { "8": [] } }, 'Unrecognized key: "8"'],
    [{ days: { "1": [{ from: "8", to: "21:00" }] } }, "a time looks like 08:00"],
    [7, "expected object"],
    [null, "expected object"],
  ])("%j is refused with the reason", (given, why) => {
    expect(z.prettifyError(Hours.safeParse(given).error ?? new z.ZodError([]))).toContain(why);
  });

  test("can be described to a client, in both directions", () => {
    expect(z.toJSONSchema(Hours, { io: "input" })).toMatchObject({ type: "object" });
    expect(z.toJSONSchema(Hours, { io: "output" })).toMatchObject({ type: "object" });
  });
});
