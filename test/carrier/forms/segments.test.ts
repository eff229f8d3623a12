// Segments, held against the limits Twilio documents.
import { expect, test } from "vitest";
import { countSegments, encodingOf } from "./segments.ts";

test.each<[what: string, text: string, encoding: string, segments: number]>([
  ["nothing", "", "gsm7", 1],
  ["160 plain characters", "a".repeat(160), "gsm7", 1],
  ["161 plain characters", "a".repeat(161), "gsm7", 2],
  ["80 euro signs count two each", "€".repeat(80), "gsm7", 1],
  ["81 euro signs", "€".repeat(81), "gsm7", 2],
  ["two full parts", "a".repeat(306), "gsm7", 2],
  ["one over two parts", "a".repeat(307), "gsm7", 3],
  ["70 of another script", "ж".repeat(70), "ucs2", 1],
  ["71 of another script", "ж".repeat(71), "ucs2", 2],
  ["35 emoji", "😀".repeat(35), "ucs2", 1],
  ["36 emoji", "😀".repeat(36), "ucs2", 2],
  ["one curly quote doubles the price", `${"a".repeat(120)}”`, "ucs2", 2],
])("%s", (_what, text, encoding, segments) => {
  expect([encodingOf(text), countSegments(text)]).toEqual([encoding, segments]);
});
