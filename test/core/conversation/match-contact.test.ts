// What counts as an e-mail address and as a phone number.
import { describe, expect, test } from "vitest";
import { answer, asking } from "./matching.ts";

describe("e-mail", () => {
  const email = asking({ kind: "email" });
  test.each([
    ["ann@example.org", "ann@example.org"],
    ["Ann.Lee+line@Example.ORG", "Ann.Lee+line@example.org"],
    ["My address is ann@example.org.", "ann@example.org"],
    ["it's ann@example.org!", "ann@example.org"],
    ["<ann@example.org>", "ann@example.org"],
    ["(ann@example.org)", "ann@example.org"],
    ["mailto:ann@example.org", "ann@example.org"],
    ["'ann@example.org'", "ann@example.org"],
    ["ann＠example.org", "ann@example.org"],
    ["o'neil@example.co.uk", "o'neil@example.co.uk"],
    ["josé@exámple.es", "josé@exámple.es"],
    ["ann@example.org, yes ANN@example.org", "ann@example.org"],
    ["ann@example.org or bob@example.org", "[ambiguous]"],
    ["ann@gmial.com", "ann@gmial.com"],
    ["ann@example", "[not-an-email]"],
    ["ann@@example.org", "[not-an-email]"],
    ["ann..lee@example.org", "[not-an-email]"],
    ["ann@-example.org", "[not-an-email]"],
    ["@example.org", "[not-an-email]"],
    ["ann at example dot org", "[not-an-email]"],
    [`${"a".repeat(65)}@example.org`, "[not-an-email]"],
    [`a@${"b".repeat(300)}.org`, "[not-an-email]"],
    ["no", "[not-an-email]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(email, said)).toBe(expected);
  });
});

describe("phone", () => {
  const anywhere = asking({ kind: "phone" });
  const british = asking({ kind: "phone", country: "GB" });
  test.each([
    ["+44 7700 900123", "+447700900123"],
    ["0044 7700 900123", "+447700900123"],
    ["+44 (0)7700 900123", "+447700900123"],
    ["call me on +1 (212) 555-0123 please", "+12125550123"],
    ["+44 7700 900123 or +44 7700 900124", "[ambiguous]"],
    ["+44 7700 900123, that is +447700900123", "+447700900123"],
    ["07700 900123", "[not-a-phone]"],
    ["12345", "[not-a-phone]"],
    ["my number", "[not-a-phone]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(anywhere, said)).toBe(expected);
  });

  test.each([
    ["07700 900123", "+447700900123"],
    ["I'm 45, ring 07700-900-123", "+447700900123"],
    ["٠٧٧٠٠ ٩٠٠١٢٣", "+447700900123"],
    ["+33 6 12 34 56 78", "+33612345678"],
    ["0770", "[not-a-phone]"],
  ])("in Britain: %s -> %s", (said, expected) => {
    expect(answer(british, said)).toBe(expected);
  });
});
