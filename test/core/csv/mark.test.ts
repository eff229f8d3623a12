// Cells that no spreadsheet runs, and that come back as what they were.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markFormula, readValue, unmarkFormula, writeValue } from "#core/csv/mark";

describe("a cell that begins as a formula", () => {
  test.each(["=1+1", "+15550001", "-5", "@sum", "\tx", "\r=x", "'=x", "''-5"])(
    "%j is marked as text",
    (text) => {
      const cell = markFormula(text);
      expect(cell).toBe(`'${text}`);
      expect(unmarkFormula(cell)).toBe(text);
    },
  );

  test.each(["x=1", "'tis", "it's", "", "5"])("%j is left alone", (text) => {
    expect(markFormula(text)).toBe(text);
    expect(unmarkFormula(text)).toBe(text);
  });
});

describe("a value", () => {
  test.each([
    [5, "5"],
    [-5, "'-5"],
    ["-5", "''-5"],
    ["5", "'5"],
    [true, "true"],
    ["true", "'true"],
    ["007", "007"],
    ["1.50", "1.50"],
    [null, ""],
    ["=SUM(A1)", "'=SUM(A1)"],
  ])("%j is written %j and read back", (value, cell) => {
    expect(writeValue(value)).toBe(cell);
    expect(readValue(cell)).toBe(value);
  });

  test("of any kind comes back as it was, and never as a formula", () => {
    const words = fc.string({
      unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "0", "1", ".", "e", "t"),
      minLength: 1,
    });
    const values = fc.oneof(
      words,
      fc.string({ minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map(String),
      fc.boolean(),
      fc.constantFrom("true", "'false", "1e+21"),
    );
    fc.assert(
      fc.property(values, (value) => {
        const cell = writeValue(value);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(readValue(cell)).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });
});
