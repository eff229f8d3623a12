// A line that is opened and saved unchanged stays as it is; what is changed is sent, and nothing else.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineConfig } from "#core/line";
import { SENDER_KINDS } from "#core/sender-kind";
import {
  CHANNEL_OF,
  patchOf,
  TAB_OF,
  toConfig,
  toDraft,
} from "../../../admin-ui/src/features/setup/lines/line-draft.ts";
import type { LineDraft } from "../../../admin-ui/src/features/setup/lines/line-draft.ts";

const RUNS = { numRuns: 500, seed: 20261121 };

const language = fc.constantFrom("en", "es", "pt-BR", "ar");
const dictionary = <Value>(value: fc.Arbitrary<Value>) =>
  fc.dictionary(language, value, { maxKeys: 3, noNullPrototype: true });
const texts = dictionary(fc.constantFrom("Hello.", "Reply JOIN", "مرحبا", "Two\nlines"));
const words = dictionary(fc.uniqueArray(fc.constantFrom("ende", "fin", "no more", "كفى"), { maxLength: 3 }));
const span = fc.constantFrom(
  { from: "08:00", to: "21:00" },
  { from: "22:00", to: "02:00" },
  { from: "00:00", to: "24:00" },
);
const day = fc.array(span, { maxLength: 3 });
const hours = fc.record({
  days: fc.record(
    { "1": day, "2": day, "3": day, "4": day, "5": day, "6": day, "7": day },
    { requiredKeys: [] },
  ),
  holidays: fc.uniqueArray(fc.constantFrom("2026-12-25", "2027-01-01"), { maxLength: 2 }),
});
const perSegment = fc.dictionary(fc.constantFrom("*", "US", "GB"), fc.constantFrom(0, 0.0079, 1.5), {
  noNullPrototype: true,
});

/** What fits each other is for the API to say; here it is about the options alone. */
const arbitraryLine: fc.Arbitrary<LineConfig> = fc
  .record(
    {
      name: fc.constantFrom("Texts", "News"),
      sender: fc.constantFrom(...SENDER_KINDS),
      address: fc.constantFrom("+15550001000", "24365", `MG${"0".repeat(32)}`, "review"),
      organisation: fc.constant("Riverside"),
      language,
      zone: fc.constantFrom("UTC", "Europe/London"),
      hours,
      optOutBy: fc.constantFrom("twilio", "network", "us"),
      segmentsPerSecond: fc.constantFrom(0.05, 1, 1_000),
      prices: fc.record({ currency: fc.constantFrom("USD", "EUR"), perSegment }),
      spendCapPerDay: fc.constantFrom(0.5, 1_000_000),
      countries: fc.uniqueArray(fc.constantFrom("US", "GB", "KE"), { minLength: 1 }),
      words: fc.record({ optOut: words, optIn: words, help: words }, { requiredKeys: [] }),
      unmatchedReply: texts,
      helpReply: texts,
    },
    { requiredKeys: ["name", "sender", "address", "organisation"] },
  )
  .map((given) => LineConfig.parse({ ...given, channel: CHANNEL_OF[given.sender] }));

describe("a line in its form", () => {
  test("that is opened and saved unchanged changes nothing", () => {
    fc.assert(
      fc.property(arbitraryLine, (config) => {
        expect(patchOf(config, toDraft(config))).toEqual({});
      }),
      RUNS,
    );
  });

  test("becomes what the form says, whatever it was before", () => {
    fc.assert(
      fc.property(arbitraryLine, arbitraryLine, (before, wanted) => {
        const patch = patchOf(before, toDraft(wanted));
        const merged = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
        const after = toConfig(toDraft(LineConfig.parse(Object.fromEntries(merged))));
        expect(after).toEqual(toConfig(toDraft(wanted)));
      }),
      RUNS,
    );
  });

  test("sends only what was changed, and null for what was taken away", () => {
    const config = LineConfig.parse({
      name: "Texts",
      channel: "sms",
      sender: "long-code",
      address: "+15550001000",
      organisation: "Riverside",
      helpReply: { en: "Call us." },
      countries: ["US"],
    });
    const draft: LineDraft = {
      ...toDraft(config),
      name: "News ",
      helpReply: { en: "  " },
      countries: ["US"],
    };
    expect(patchOf(config, draft)).toEqual({ name: "News", helpReply: null });
  });

  test("has a place for every option there is", () => {
    expect(Object.keys(TAB_OF).toSorted()).toEqual(Object.keys(LineConfig.shape).toSorted());
  });
});
