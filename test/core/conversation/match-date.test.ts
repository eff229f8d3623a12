// What counts as a date, and which one. It is Saturday 21 November 2026, 22:30 in London.
import { describe, expect, test } from "vitest";
import { answer, asking, ENGLISH, labelOf, speaking } from "./matching.ts";

const date = asking({ kind: "date" });

describe("digits", () => {
  test.each([
    ["2027-03-04", "2027-03-04"],
    ["2027/3/4", "2027-03-04"],
    ["2027-03-04T10:00", "2027-03-04"],
    ["3/4", "2027-04-03"],
    ["3.4.", "2027-04-03"],
    ["3/4/2027", "2027-04-03"],
    ["03-04-2027", "2027-04-03"],
    ["03 04 2027", "2027-04-03"],
    ["3.4.27", "2027-04-03"],
    ["3/25", "2027-03-25"],
    ["25/3", "2027-03-25"],
    ["12/25/2026", "2026-12-25"],
    ["03041985", "1985-04-03"],
    ["19850403", "1985-04-03"],
    ["3/4/85", "1985-04-03"],
    ["3/4/30", "2030-04-03"],
    ["٣/٤/٢٠٢٧", "2027-04-03"],
    ["born 03/04/1985 in Leeds", "1985-04-03"],
    ["31/2", "[not-a-date]"],
    ["31/2/2027", "[not-a-date]"],
    ["29/2/2027", "[not-a-date]"],
    ["29/2", "2028-02-29"],
    ["13/13", "[not-a-date]"],
    ["3/4/1066", "[not-a-date]"],
    ["3/4/20260", "[not-a-date]"],
    ["15", "[not-a-date]"],
    ["10:30", "[not-a-date]"],
    ["3/4 or 4/4", "[ambiguous]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(date, said)).toBe(expected);
  });

  // Day first everywhere but where people write the month first.
  test.each([
    ["en-US", "2027-03-04"],
    ["en-GB", "2027-04-03"],
    ["es", "2027-04-03"],
    ["zh", "2027-03-04"],
  ])("3/4 for a speaker of %s is %s", (language, expected) => {
    expect(answer(date, "3/4", speaking(language))).toBe(expected);
  });
});

describe("months in words", () => {
  test.each([
    ["3 March", "2027-03-03"],
    ["March 3", "2027-03-03"],
    ["March 3rd", "2027-03-03"],
    ["3rd of March 2028", "2028-03-03"],
    ["the third of march", "2027-03-03"],
    ["March the 3rd, 2028", "2028-03-03"],
    ["3 mar 28", "2028-03-03"],
    ["3 March '28", "2028-03-03"],
    ["25 Dec", "2026-12-25"],
    ["on 3 March at 10:30", "2027-03-03"],
    ["3 March 10 am", "2027-03-03"],
    ["3 March 10:30", "2027-03-03"],
    ["Wednesday 3 March", "2027-03-03"],
    ["Friday 3 March", "[ambiguous]"],
    ["30 Feb", "[not-a-date]"],
    ["March", "[not-a-date]"],
    ["March 2027", "[not-a-date]"],
    ["I may come", "[not-a-date]"],
    ["3 or 4 March", "[ambiguous]"],
    ["3-5 March", "[ambiguous]"],
    ["not 3 March, 4 March", "2027-03-04"],
    ["21 November", "2026-11-21"],
    ["20 November", "2027-11-20"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(date, said)).toBe(expected);
  });

  test.each([
    ["es", "3 de marzo", "2027-03-03"],
    ["es", "el 3 de marzo de 2028", "2028-03-03"],
    ["es", "tres de marzo", "2027-03-03"],
    ["fr", "le 1er mars", "2027-03-01"],
    ["fr", "3 août 2027", "2027-08-03"],
    ["de", "3. März", "2027-03-03"],
    ["de", "am 3. Maerz 2028", "2028-03-03"],
    ["pt", "3 de março", "2027-03-03"],
    ["it", "3 marzo", "2027-03-03"],
    ["nl", "3 maart", "2027-03-03"],
    ["ar", "٣ مارس", "2027-03-03"],
    ["hi", "3 मार्च", "2027-03-03"],
    ["zh", "3月4日", "2027-03-04"],
    ["zh", "2028年3月4日", "2028-03-04"],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(date, said, speaking(language))).toBe(expected);
  });
});

describe("counted from today", () => {
  test.each([
    ["today", "2026-11-21"],
    ["tonight", "2026-11-21"],
    ["Tomorrow!", "2026-11-22"],
    ["tommorow", "2026-11-22"],
    ["tmrw at 5", "2026-11-22"],
    ["the day after tomorrow", "2026-11-23"],
    ["yesterday", "2026-11-20"],
    ["day before yesterday", "2026-11-19"],
    ["in 3 days", "2026-11-24"],
    ["3 days from now", "2026-11-24"],
    ["in two weeks", "2026-12-05"],
    ["in a week", "2026-11-28"],
    ["in a fortnight", "2026-12-05"],
    ["two weeks' time", "2026-12-05"],
    ["in one month", "2026-12-21"],
    ["3 days ago", "2026-11-18"],
    ["two weeks ago", "2026-11-07"],
    ["a year ago", "2025-11-21"],
    ["not today, tomorrow", "2026-11-22"],
    ["today or tomorrow", "[ambiguous]"],
    ["3 days", "[not-a-date]"],
    ["in 1.5 weeks", "[not-a-date]"],
    ["1,5 weeks ago", "[not-a-date]"],
    ["in 99999999 days", "[not-a-date]"],
    ["soon", "[not-a-date]"],
    ["next week", "[not-a-date]"],
    ["two weeks after Friday", "[ambiguous]"],
    ["not tomorrow", "[not-a-date]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(date, said)).toBe(expected);
  });

  test.each([
    ["es", "mañana", "2026-11-22"],
    ["es", "pasado mañana", "2026-11-23"],
    ["es", "mañana por la mañana", "2026-11-22"],
    ["es", "por la mañana", "[not-a-date]"],
    ["es", "esta mañana", "2026-11-21"],
    ["de", "heute Morgen", "2026-11-21"],
    ["fr", "dans quinze jours", "2026-12-05"],
    ["es", "anteayer", "2026-11-19"],
    ["es", "dentro de 3 días", "2026-11-24"],
    ["es", "en dos semanas", "2026-12-05"],
    ["es", "hace tres días", "2026-11-18"],
    ["fr", "demain", "2026-11-22"],
    ["fr", "après-demain", "2026-11-23"],
    ["fr", "aujourd'hui", "2026-11-21"],
    ["fr", "dans une semaine", "2026-11-28"],
    ["fr", "il y a 3 jours", "2026-11-18"],
    ["de", "morgen", "2026-11-22"],
    ["de", "übermorgen", "2026-11-23"],
    ["de", "in zwei Wochen", "2026-12-05"],
    ["de", "vor drei Tagen", "2026-11-18"],
    ["pt", "amanhã", "2026-11-22"],
    ["pt", "depois de amanhã", "2026-11-23"],
    ["pt", "daqui a 3 dias", "2026-11-24"],
    ["pt", "há 3 dias", "2026-11-18"],
    ["pt", "3 dias atrás", "2026-11-18"],
    ["it", "dopodomani", "2026-11-23"],
    ["it", "tre giorni fa", "2026-11-18"],
    ["nl", "over 3 dagen", "2026-11-24"],
    ["ar", "غداً", "2026-11-22"],
    ["ar", "اليوم", "2026-11-21"],
    ["ar", "أمس", "2026-11-20"],
    ["ar", "بعد غد", "2026-11-23"],
    ["ar", "بعد ٣ أيام", "2026-11-24"],
    ["hi", "आज", "2026-11-21"],
    ["zh", "后天", "2026-11-23"],
    ["zh", "三天后", "2026-11-24"],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(date, said, speaking(language))).toBe(expected);
  });
});

// A weekday alone is the coming one and never today; `next` is the one of next week in English and Dutch.
describe("weekdays", () => {
  test.each([
    ["en", "Friday", "2026-11-27"],
    ["en", "on fri at 3", "2026-11-27"],
    ["en", "Saturday", "2026-11-28"],
    ["en", "this saturday", "2026-11-21"],
    ["en", "this sunday", "2026-11-22"],
    ["en", "next Friday", "2026-11-27"],
    ["en", "next Sunday", "2026-11-29"],
    ["en", "Sunday next week", "2026-11-29"],
    ["en", "Monday week", "2026-11-30"],
    ["fr", "lundi en huit", "2026-11-30"],
    ["en", "last Monday", "2026-11-16"],
    ["en", "last saturday", "2026-11-14"],
    ["en", "Friday 27th", "2026-11-27"],
    ["en", "Friday 28th", "[ambiguous]"],
    ["en", "the 15th", "2026-12-15"],
    ["en", "Friday or Saturday", "[ambiguous]"],
    ["en", "tomorrow, Sunday", "2026-11-22"],
    ["en", "tomorrow, Monday", "[ambiguous]"],
    ["es", "el viernes", "2026-11-27"],
    ["es", "el próximo domingo", "2026-11-22"],
    ["es", "el lunes pasado", "2026-11-16"],
    ["fr", "vendredi prochain", "2026-11-27"],
    ["fr", "vendredi dernier", "2026-11-20"],
    ["de", "nächsten Sonntag", "2026-11-22"],
    ["de", "letzten Montag", "2026-11-16"],
    ["pt", "segunda-feira", "2026-11-23"],
    ["pt", "sexta que vem", "2026-11-27"],
    ["it", "lunedì scorso", "2026-11-16"],
    ["nl", "volgende zondag", "2026-11-29"],
    ["ar", "الجمعة", "2026-11-27"],
    ["zh", "下周五", "2026-11-27"],
    ["zh", "下周日", "2026-11-29"],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(date, said, speaking(language))).toBe(expected);
  });
});

describe("limits", () => {
  const past = asking({ kind: "date", latest: "today" });
  const future = asking({ kind: "date", earliest: "today" });
  const window = asking({ kind: "date", earliest: "2026-12-01", latest: "2026-12-31" });

  test("where only the past is asked for, a date without a year is the last one", () => {
    expect(answer(past, "3 March")).toBe("2026-03-03");
    expect(answer(past, "25 December")).toBe("2025-12-25");
    expect(answer(past, "21 November")).toBe("2026-11-21");
    expect(answer(past, "29 Feb")).toBe("2024-02-29");
    expect(answer(past, "friday")).toBe("2026-11-20");
    expect(answer(past, "the 25th")).toBe("2026-10-25");
    expect(answer(past, "3/4/30")).toBe("1930-04-03");
  });

  test("and what lies outside is refused", () => {
    expect(answer(past, "tomorrow")).toBe("[too-late]");
    expect(answer(past, "3 March 2027")).toBe("[too-late]");
    expect(answer(future, "yesterday")).toBe("[too-early]");
    expect(answer(future, "today")).toBe("2026-11-21");
    expect(answer(window, "25 December")).toBe("2026-12-25");
    expect(answer(window, "3 March")).toBe("[too-late]");
    expect(answer(window, "30 November")).toBe("[too-early]");
  });
});

test("today is where the person is", () => {
  expect(answer(date, "today", { ...ENGLISH, zone: "Pacific/Auckland" })).toBe("2026-11-22");
  expect(answer(date, "today", { ...ENGLISH, zone: "America/Los_Angeles" })).toBe("2026-11-21");
  expect(answer(date, "today", { ...ENGLISH, zone: "Mars/Olympus" })).toBe("2026-11-21");
});

test("the label is the date in words, by the calendar of the value", () => {
  expect(labelOf(date, "3/4")).toBe("3 April 2027");
  expect(labelOf(date, "3/4", speaking("en-US"))).toBe("March 4, 2027");
  expect(labelOf(date, "3/4", speaking("fr"))).toBe("3 avril 2027");
  expect(labelOf(date, "3/4", speaking("th"))).toContain("2027");
});
