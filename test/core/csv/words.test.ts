// What headings and cells say, however they are spelled and in whatever language.
import { expect, test } from "vitest";
import { readLanguage } from "#core/csv/read-language";
import { readHeading, readYesNo } from "#core/csv/words";

test.each([
  ["Mobile Number", "number"],
  ["TELEFON:", "number"],
  ["Téléphone", "number"],
  ["رقم الهاتف", "number"],
  ["Phone 1 - Value", "number"],
  ["Vor- und Nachname", "name"],
  ["first_name", "first_name"],
  ["Opt-in", "grant"],
  ["opted_out", "suppression"],
  ["Time-zone", "zone"],
  ["Shoe size", null],
])("the heading %j is %s", (heading, meaning) => {
  expect(readHeading(heading)).toBe(meaning);
});

test.each([
  ["en", "en"],
  ["PT_br", "pt-BR"],
  ["zh-Hant", "zh-Hant"],
  ["German", "de"],
  ["Französisch", "fr"],
  ["castellano", "es"],
  ["Holländisch", "nl"],
  ["العربية", "ar"],
  ["हिन्दी", "hi"],
  ["中文", "zh"],
  ["українська", "uk"],
  ["Türkçe", "tr"],
  ["Klingon spoken here", null],
])("the language %j is %s", (cell, tag) => {
  expect(readLanguage(cell)).toBe(tag);
});

test.each([
  ["Yes", true],
  ["SÍ", true],
  ["✓", true],
  ["नहीं", false],
  ["n/a", false],
  ["maybe", null],
])("%j says %s", (cell, said) => {
  expect(readYesNo(cell)).toBe(said);
});
