// The table of numbering plans is the package's own, and numbers are read by it as the package reads them.
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { getCountries, parsePhoneNumberWithError } from "libphonenumber-js/min";
import metadata from "libphonenumber-js/metadata.min.json" with { type: "json" };
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countryOf, isCountry, parsePhone } from "#core/phone";
import { PLANS } from "#core/phone/parse-phone";
import table from "../../worker/core/phone/plan-table.json" with { type: "json" };

/** Where a plan keeps how its numbers are written out. */
const FORMATS = 4;

test("the table is the package's, without the formats and the codes of a single country", () => {
  const { countries, nonGeographic, country_calling_codes: codes, ...rest } = metadata;
  // After an update of libphonenumber-js, the table is this value as JSON, a plan a line and the plans by calling code.
  expect(table).toEqual({
    ...rest,
    country_calling_codes: Object.fromEntries(
      Object.entries(codes).filter(([, [, ...more]]) => more.length > 0),
    ),
    countries: withoutFormats(countries),
    nonGeographic: withoutFormats(nonGeographic),
  });
  expect(PLANS.country_calling_codes).toEqual(codes);
});

test.each(getCountries())("a number of %s is read as the package reads it", (country) => {
  const whole = parsePhoneNumberWithError(examples[country], country);
  expect(isCountry(country)).toBe(true);
  for (const words of [examples[country], whole.formatNational(), whole.formatInternational()])
    expect(parsePhone(words, country)).toEqual({ kind: "ok", e164: whole.number });
  expect(countryOf(whole.number)).toBe(whole.country);
});

test("whatever the digits, they are read as the package reads them", () => {
  const digits = fc.stringMatching(/^\+[1-9]\d{3,16}$/);
  fc.assert(
    fc.property(digits, (words) => {
      const expected = asPackage(words);
      const read = parsePhone(words);
      expect(read.kind === "ok" ? [read.e164, true, countryOf(words)] : null).toEqual(
        expected?.[1] === true ? expected : null,
      );
    }),
    { seed: 20261121, numRuns: 3_000 },
  );
});

test("a name that is no country's is none", () => {
  expect(["XX", "toString", ""].filter(isCountry)).toEqual([]);
});

function withoutFormats(plans: object): object {
  return Object.fromEntries(
    Object.entries(plans).map(([code, plan]: [string, unknown[]]) => [
      code,
      plan.map((part, place) => (place === FORMATS && Array.isArray(part) ? 0 : part)),
    ]),
  );
}

/** The number, whether it is a possible one, and its country; null for none. */
function asPackage(words: string) {
  try {
    const number = parsePhoneNumberWithError(words);
    return [number.number, number.isPossible(), number.country ?? number.getPossibleCountries()[0] ?? null];
  } catch {
    return null;
  }
}
