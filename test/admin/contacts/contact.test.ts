// A contact's page: where somebody can be written to, how long, and attributes as they are typed.
import { assert, boolean, double, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { span } from "../../../admin-ui/src/data/span.ts";
import {
  fromDraft,
  showValue,
  toDraft,
} from "../../../admin-ui/src/features/contacts/contact/attribute-draft.ts";
import { describeSource } from "../../../admin-ui/src/features/contacts/contact/source-words.ts";
import { keyOf, readKey } from "../../../admin-ui/src/data/conversation-key.ts";
import { oneZone } from "../../../admin-ui/src/data/zone-of.ts";
import { windowLeft } from "../../../admin-ui/src/ui/conversation/window.ts";

const HOUR_MS = 3_600_000;

describe("attributes", () => {
  test("come out of their form as they went in", () => {
    const word = string().map((text) => text.trim());
    const number = double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
    assert(
      property(oneof(word, number, boolean()), (value) => {
        expect(fromDraft(toDraft("name", value))).toBe(value);
      }),
      { seed: 20261121 },
    );
  });

  test.each(["", "  ", "twelve", "1e999"])("a number typed as “%s” is none", (text) => {
    expect(fromDraft({ name: "n", kind: "number", text, isYes: false })).toBe(null);
  });

  test("are shown in words", () => {
    expect([true, false, null, 4.5, "Oslo"].map(showValue)).toEqual(["Yes", "No", "–", "4.5", "Oslo"]);
  });

  test.each([
    ["api", "by the staff"],
    ["flow:volunteer", "in the flow “volunteer”"],
    ["import:01a2", "by an import"],
    ["paper form", "paper form"],
    [null, ""],
  ])("from %s: %s", (source, words) => {
    expect(describeSource(source)).toBe(words);
  });
});

test.each([
  [0, "under a minute"],
  [59_999, "under a minute"],
  [60_000, "1 min"],
  [59 * 60_000, "59 min"],
  [HOUR_MS, "1 h"],
  [HOUR_MS + 5 * 60_000, "1 h 5 min"],
  [24 * HOUR_MS, "1 day"],
  [49 * HOUR_MS, "2 days"],
])("%i ms are %s", (ms, words) => {
  expect(span(ms)).toBe(words);
});

test("WhatsApp's window is a day from their last word, and none without one", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(windowLeft("2026-11-22T12:00:00Z", now)).toBe(24 * HOUR_MS);
  expect(windowLeft("2026-11-21T13:00:00Z", now)).toBe(HOUR_MS);
  expect(windowLeft("2026-11-21T12:00:00Z", now)).toBe(0);
  expect(windowLeft("2026-11-01T12:00:00Z", now)).toBe(0);
  expect(windowLeft(null, now)).toBe(0);
});

test.each([
  [["Europe/Guernsey", "Europe/Isle_of_Man", "Europe/London"], "Europe/London"],
  [["America/New_York", "America/Toronto"], "America/Toronto"],
  [["America/New_York", "America/Chicago"], null],
  // The same by winter only.
  [["America/Denver", "America/Phoenix"], null],
  [["Asia/Tokyo"], "Asia/Tokyo"],
  [[], null],
])("who may live in %s lives by the clock of %s", (names, zone) => {
  expect(oneZone(names)).toBe(zone);
});

test("a conversation's key is read as it was written; anything else is none", () => {
  const place = { addressId: "13ae84b1-eb5e", lineId: "01a1ffd0-2ffc" };
  expect(readKey(keyOf(place))).toEqual(place);
  for (const none of [undefined, "", "one", ".", "a."]) expect(readKey(none)).toBe(null);
});
