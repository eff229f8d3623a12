// The signature, held against Twilio's own library and its documented example.
import * as fc from "fast-check";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { expect, test } from "vitest";
import { readFixture, readForm } from "../testing/fixture.ts";
import { sign } from "./signature.ts";

test("the documented example", () => {
  const { authToken, url, signature } = readFixture("signature-vector");
  const form = Object.entries(readForm("signature-vector"));
  expect(sign(String(authToken), String(url), form)).toBe(signature);
});

test("any form, in any order, is signed as Twilio's library expects", () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
  const fields = fc.uniqueArray(fc.tuple(name, fc.string({ unit: "binary" })), {
    selector: ([field]) => field,
  });
  fc.assert(
    fc.property(fields, fc.webUrl({ withQueryParameters: true }), fc.string(), (form, url, token) => {
      expect(sign(token, url, form)).toBe(getExpectedTwilioSignature(token, url, Object.fromEntries(form)));
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

test("a repeated name counts each of its values once, sorted", () => {
  const form = [
    ["Sid", "b"],
    ["Sid", "a"],
    ["Sid", "b"],
  ] as const;
  const expected = getExpectedTwilioSignature("token", "https://line.test/", { Sid: ["b", "a", "b"] });
  expect(sign("token", "https://line.test/", form)).toBe(expected);
});

test("quotes and ports in the URL are signed as configured", () => {
  for (const url of ["https://line.test:8443/hook?name=O'Hara", "http://127.0.0.1:8787/hook?q=%27"]) {
    expect(validateRequest("token", sign("token", url, [["A", "1"]]), url, { A: "1" })).toBe(true);
  }
});
