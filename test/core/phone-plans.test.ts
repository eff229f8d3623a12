// The table of numbering plans is the package's own, and numbers are read by it as the package reads them.
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { getCountries, parsePhoneNumberWithError } from "libphonenumber-js/min";
import metadata from "libphonenumber-js/metadata.min.json" with { type: "json" };
import { expect, test } from "vitest";
import { countryOf, isCountry, parsePhone } from "#core/phone";
import table from "../../worker/core/phone/plan-table.json" with { type: "json" };

/** Where a plan keeps how its numbers are written out. */
const FORMATS = 4;

test("the table is the package's, without the formats", () => {
  const plain = (plans: object) =>
    Object.fromEntries(
      Object.entries(plans).map(([code, plan]: [string, unknown[]]) => [
        code,
        plan.map((part, place) => (place === FORMATS && Array.isArray(part) ? 0 : part)),
      ]),
    );
  const { countries, nonGeographic, ...rest } = metadata;
  // After an update of libphonenumber-js, the table is this value as JSON, a plan a line.
  expect(table).toEqual({ ...rest, countries: plain(countries), nonGeographic: plain(nonGeographic) });
});

test.each(getCountries())("a number of %s is read as the package reads it", (country) => {
  const whole = parsePhoneNumberWithError(examples[country], country);
  expect(isCountry(country)).toBe(true);
  for (const words of [examples[country], whole.formatNational(), whole.formatInternational()])
    expect(parsePhone(words, country)).toEqual({ kind: "ok", e164: whole.number });
  expect(countryOf(whole.number)).toBe(whole.country);
});

test("a name that is no country's is none", () => {
  expect(["XX", "toString", ""].filter(isCountry)).toEqual([]);
});
