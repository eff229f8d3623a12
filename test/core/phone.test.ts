// Addresses in every form Twilio has, numbers as people write them, and numbers as logs may show them.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, countryOf, mask, maskNumbers, parseAddress, parsePhone } from "#core/phone";

const RUNS = { seed: 20261121, numRuns: 300 };
const e164 = fc.stringMatching(/^\+[1-9]\d{6,14}$/);

describe("parseAddress", () => {
  test.each([
    ["+15551234567", { kind: "phone", value: "+15551234567" }, "phone:+15551234567"],
    ["whatsapp:+15551234567", { kind: "phone", value: "+15551234567" }, "phone:+15551234567"],
    ["WhatsApp:+15551234567", { kind: "phone", value: "+15551234567" }, "phone:+15551234567"],
    [" +447700900123 ", { kind: "phone", value: "+447700900123" }, "phone:+447700900123"],
    [
      "whatsapp:US.13491208655302741918",
      { kind: "whatsapp-user", value: "US.13491208655302741918" },
      "whatsapp-user:US.13491208655302741918",
    ],
    [
      "whatsapp:GB.ENT.118157",
      { kind: "whatsapp-user", value: "GB.ENT.118157" },
      "whatsapp-user:GB.ENT.118157",
    ],
    ["72345", { kind: "short-code", value: "72345" }, "short-code:72345"],
    ["Royal Mail", { kind: "alphanumeric", value: "Royal Mail" }, "alphanumeric:royal mail"],
    [
      "visitor:018F3c1e-1234-7abc-8123-123456789012",
      { kind: "visitor", value: "018f3c1e-1234-7abc-8123-123456789012" },
      "visitor:018f3c1e-1234-7abc-8123-123456789012",
    ],
  ])("%s", (raw, address, name) => {
    expect(parseAddress(raw)).toEqual(address);
    expect(canonical(parseAddress(raw))).toBe(name);
  });

  test.each([
    "",
    "  ",
    "anonymous",
    "Anonymous",
    "unknown",
    "RESTRICTED",
    "unavailable",
    "+266696687",
    "+7378742833",
    "+86282452253",
    "whatsapp:",
    "whatsapp:anonymous",
    "whatsapp:72345",
    "whatsapp:US",
    "US.1349",
    "+0123456789",
    "+12",
    "+1 555 123 4567",
    "15551234567",
    "visitor:me",
    "client:alice",
    "sip:alice@example.org",
    "a name that is far too long",
    "+1555123\u00004567",
  ])("%j is nobody's", (raw) => {
    expect(parseAddress(raw)).toEqual({ kind: "nobody" });
  });

  test("one number is one person on SMS and WhatsApp, and no two numbers are", () => {
    fc.assert(
      fc.property(e164, e164, (one, other) => {
        fc.pre(![one, other].some((number) => parseAddress(number).kind === "nobody"));
        expect(canonical(parseAddress(`whatsapp:${one}`))).toBe(canonical(parseAddress(one)));
        expect(canonical(parseAddress(one)) === canonical(parseAddress(other))).toBe(one === other);
      }),
      RUNS,
    );
  });

  test("whatever comes is one of the kinds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(canonical(parseAddress(raw))).toMatch(
          /^(phone|whatsapp-user|short-code|alphanumeric|visitor):|^nobody$/,
        );
      }),
      RUNS,
    );
  });
});

describe("parsePhone", () => {
  test.each([
    ["020 7946 0018", "GB", "+442079460018"],
    ["+44 20 7946 0018", undefined, "+442079460018"],
    ["+1 415 555 2671", undefined, "+14155552671"],
    ["(415) 555-2671", "US", "+14155552671"],
    ["(415) 555-2671", "us", "+14155552671"],
    ["07700 900123", "GB", "+447700900123"],
    ["0044 7700 900123", undefined, "+447700900123"],
    ["0044 7700 900123", "US", "+447700900123"],
    ["011 44 7700 900123", "US", "+447700900123"],
    ["my number is 07700 900123, thanks", "GB", "+447700900123"],
    ["٠٧٧٠٠ ٩٠٠١٢٣", "GB", "+447700900123"],
    ["+९१ ९८७६५ ४३२१०", undefined, "+919876543210"],
    ["＋１ ４１５ ５５５ ２６７１", undefined, "+14155552671"],
    ["+55 11 91234-5678", "US", "+5511912345678"],
    // A fictional range of Twilio's test credentials.
    ["+1 500 555 0006", undefined, "+15005550006"],
  ])("%s in %s is %s", (words, country, number) => {
    expect(parsePhone(words, country)).toEqual({ kind: "ok", e164: number });
  });

  test.each([
    ["hello", "US", "there is no phone number in it"],
    ["call 5 or 6", "GB", "there is no phone number in it"],
    ["415 555 2671", undefined, "it has no country code we know"],
    ["415 555 2671", "XX", "it has no country code we know"],
    ["+999 123456789", undefined, "it has no country code we know"],
    ["12", "GB", "it has too few or too many digits for its country"],
    ["+1 415", undefined, "it has too few or too many digits for its country"],
    ["+44 7700 900123 4567", undefined, "it has too few or too many digits for its country"],
  ])("%s in %s: %s", (words, country, why) => {
    expect(parsePhone(words, country)).toEqual({ kind: "bad", why });
  });

  test("never throws, and what it finds is an address", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("+", "0", "1", "4", "7", " ", "-", "(", ")", "a", "٣", "#"),
          maxLength: 20,
        }),
        (words) => {
          const phone = parsePhone(words, "GB");
          if (phone.kind === "ok") expect(phone.e164).toMatch(/^\+\d{2,15}$/);
        },
      ),
      RUNS,
    );
  });
});

test("countryOf", () => {
  expect(
    ["+14155552671", "+447400123456", "+919876543210", "+80012345678", "72345", ""].map(countryOf),
  ).toEqual(["US", "GB", "IN", null, null, null]);
});

test.each([
  ["a range of the United Kingdom's that no table has", "+447700900610", "GB"],
  ["the Isle of Man, which shares its code", "+441624600000", "IM"],
  ["Canada, which shares another", "+14165550123", "CA"],
  ["a satellite phone", "+881612345678", null],
])("countryOf %s", (_what, number, country) => {
  expect(countryOf(number)).toBe(country);
});

describe("mask", () => {
  test.each([
    ["+15551234567", "+1555*****67"],
    ["+4512345678", "+451*****78"],
    ["+123456789012345", "+1234*********45"],
    ["72345", "*****"],
    ["+123456", "*****56"],
    ["", ""],
  ])("%s is %s", (number, masked) => {
    expect(mask(number)).toBe(masked);
  });

  test.each([
    ["from whatsapp:+15551234567 to +44 7700 900123.", "from whatsapp:+1555*****67 to +44 7********23."],
    ["To=%2B15551234567&x=1", "To=%2B1555*****67&x=1"],
    [
      "call 415-555-2671 or (415) 555-2671 or 4155552671, ok",
      "call 415-5*****71 or (415) ******71 or 415*****71, ok",
    ],
    ["١٥٥٥١٢٣٤٥٦٧", "١٥٥٥*****٦٧"],
    ["whatsapp:US.13491208655302741918", "whatsapp:US.13****************18"],
  ])("%s", (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    "018f3c1e-1234-7abc-8123-123456789012",
    "12345678-1234-8123-8123-123456789012",
    "MM12345678901234567890123456789012",
    "2026-11-21T10:00:00.000Z",
    "2026-11-21 10:00",
    "error 21610 after 1234 ms",
  ])("%s is no number and stays", (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  test("no number survives, wherever it stands", () => {
    fc.assert(
      fc.property(
        e164,
        fc.constantFrom("", " ", "to:", "(", "x", "=", "\n"),
        fc.constantFrom("", " ", ".", ")", "&", "x"),
        (number, before, after) => {
          expect(maskNumbers(`${before}${number}${after}`)).not.toContain(number.slice(1));
        },
      ),
      RUNS,
    );
  });
});
