// Words no answer may be called by, and the sentences we say ourselves.
import { describe, expect, test } from "vitest";
import { consentSentences, isReserved, RESERVED_WORDS } from "#core/consent";
import { segments } from "#core/text";

describe("reserved words", () => {
  test.each(["End", "CANCEL", "Quit", "stop", "Start", "help", "Opt-out", "Baja"])(
    "%s cannot be an answer",
    (word) => {
      expect(isReserved(word)).toBe(true);
    },
  );

  test.each(["Yes", "Sí", "No", "Weekend", "Stop sign"])("%s can", (word) => {
    expect(isReserved(word)).toBe(false);
  });

  test("a line's own words are reserved on it", () => {
    expect(isReserved("Adios", { optOut: { es: ["adiós"] } })).toBe(true);
    expect(RESERVED_WORDS.has("adios")).toBe(false);
  });
});

describe("consentSentences", () => {
  test.each(["en", "es", "fr", "de", "pt", "ar", "hi"])(
    "%s: each names the organisation, and how to go back and forth",
    (language) => {
      const { optedOut, optedIn, help } = consentSentences(language, "Harbour Food Bank");
      expect(optedOut).toMatch(/^Harbour Food Bank: .*START/);
      expect(optedIn).toMatch(/^Harbour Food Bank: .*STOP.*HELP/);
      expect(help).toMatch(/^Harbour Food Bank: .*STOP.*START/);
    },
  );

  test.each(["en", "es", "fr", "de", "pt"])("%s: none costs more than one segment", (language) => {
    for (const sentence of Object.values(consentSentences(language, "Harbour Food Bank of the North"))) {
      expect(segments(sentence)).toMatchObject({ count: 1, costly: null });
    }
  });

  test("a regional tag finds its language, an unknown one English, and no name leaves no trace", () => {
    expect(consentSentences("pt-BR", "X")).toEqual(consentSentences("pt", "X"));
    expect(consentSentences("xx", "X")).toEqual(consentSentences("en", "X"));
    expect(consentSentences("constructor", "X")).toEqual(consentSentences("en", "X"));
    expect(consentSentences("en", " ").optedOut).toBe(
      "You are unsubscribed and will get no more messages from us. Reply START to get them again.",
    );
  });
});
