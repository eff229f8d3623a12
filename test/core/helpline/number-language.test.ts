// Whoever cannot be told in their group's words is told in the words of the number's country.
import { expect, test } from "vitest";
import { languageOfNumber } from "#core/helpline/number-language";
import { CALL_SENTENCES } from "#core/helpline/sentences";

test.each([
  ["+14155550101", "en"],
  ["+442079460018", "en"],
  ["+4930901820", "de"],
  ["+5215512345678", "es"],
  ["+551155256325", "pt"],
  ["+966112345678", "ar"],
  ["+911145678901", "hi"],
  ["+33142685300", "fr"],
  // Most people in Finland speak none of ours, nobody knows about a satellite phone, and a client's name is no number.
  ["+358912345678", "en"],
  ["+870773111632", "en"],
  ["client:desk", "en"],
])("%s is called in %s", (number, language) => {
  expect(languageOfNumber(number)).toBe(language);
  expect(CALL_SENTENCES).toHaveProperty(language);
});
