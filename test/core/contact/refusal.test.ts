// Whom we leave alone: what was decided here and elsewhere, by channel, whatever order it was heard in.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standing } from "#core/consent/standing";
import { erased } from "#core/contact/erase";
import { rememberNobody } from "#core/contact/memory";
import type { Consent, Memory, Self } from "#core/contact/memory";
import { isOptedOut, isRefusing, learn, silencedAt, withSilences } from "#core/contact/refusal";
import type { Silence } from "#core/contact/refusal";

const NEVER: Consent = { optedOut: null, optedIn: null };
const decided = (outAt: number | null, inAt: number | null): Consent => ({
  optedOut: outAt === null ? null : { at: outAt, words: "STOP" },
  optedIn: inAt === null ? null : { at: inAt, words: "START" },
});
const remember = (self: Partial<Self>): Memory => {
  const nobody = rememberNobody("me", { kind: "phone", value: "+12025550001" });
  return { ...nobody, self: { ...nobody.self, ...self } };
};
const from = (other: string, stoppedAt: number | null, startedAt: number | null = null): Silence => ({
  from: other,
  channel: "*",
  stoppedAt,
  startedAt,
});

const sorted = (silences: readonly Silence[]) =>
  silences.toSorted((x, y) => (x.from + x.channel < y.from + y.channel ? -1 : 1));

describe("what was decided here", () => {
  test.each<[string, Consent, Consent, boolean, boolean]>([
    ["nothing", NEVER, NEVER, false, false],
    ["STOP everywhere", decided(10, null), NEVER, true, true],
    ["STOP everywhere, then START", decided(10, 20), NEVER, false, false],
    ["STOP by SMS only", NEVER, decided(10, null), true, false],
    ["STOP everywhere, then START by SMS only", decided(10, null), decided(null, 20), false, true],
    ["STOP by SMS only, then START everywhere", decided(null, 20), decided(10, null), false, false],
    ["both at once", decided(10, 10), NEVER, true, true],
  ])("%s", (_story, consent, sms, bySms, byWhatsApp) => {
    const { self } = remember({ consent, channels: { sms } });
    expect([isOptedOut(self, "sms"), isOptedOut(self, "whatsapp")]).toEqual([bySms, byWhatsApp]);
  });
});

describe("what was decided here and forgotten", () => {
  const here = (stoppedAt: number | null, startedAt: number | null, channel: Silence["channel"] = "*") => ({
    ...from("me", stoppedAt, startedAt),
    channel,
  });
  test.each<[string, Consent, Silence, boolean, boolean]>([
    ["STOP", NEVER, here(10, null), true, true],
    ["STOP by SMS only", NEVER, here(10, null, "sms"), true, false],
    ["STOP, with a START known here that came later", decided(null, 20), here(10, null), false, false],
    ["START, with a STOP known here that came later", decided(20, null), here(null, 10), true, true],
    ["another person's", NEVER, from("somebody", 10), false, false],
  ])("%s", (_story, consent, news, bySms, byWhatsApp) => {
    const { self } = remember({ consent });
    const after = { ...self, ...learn(self, [news, news]) };
    expect([isOptedOut(after, "sms"), isOptedOut(after, "whatsapp")]).toEqual([bySms, byWhatsApp]);
  });

  test("what the object knows already stays as it is, with its words", () => {
    const { self } = remember({ consent: decided(10, 5), channels: { sms: decided(7, null) } });
    const known = learn(self, [here(10, 5), here(7, null, "sms")]);
    expect([known.consent, known.channels, known.silences]).toEqual([
      self.consent,
      self.channels,
      self.silences,
    ]);
    expect(known.consent).toBe(self.consent);
    expect(known.channels).toBe(self.channels);
  });
});

describe("what was said elsewhere", () => {
  test.each<[string, Consent, Silence[], number | null]>([
    ["nothing", NEVER, [], null],
    ["STOP at another number", NEVER, [from("a", 10)], 10],
    ["STOP, then START, at the same other number", NEVER, [from("a", 10, 20)], null],
    ["STOP at one other number, START at another", NEVER, [from("a", 10), from("b", null, 20)], 10],
    ["STOP at two, START at one of them", NEVER, [from("a", 10, 30), from("b", 20)], 20],
    ["STOP elsewhere, then START here", decided(null, 20), [from("a", 10)], null],
    ["START here, then STOP elsewhere", decided(null, 5), [from("a", 10)], 10],
    ["for another channel", NEVER, [{ ...from("a", 10), channel: "whatsapp" }], null],
    [
      "STOP everywhere, then START for this channel, at the same other number",
      NEVER,
      [from("a", 10), { ...from("a", null, 20), channel: "sms" }],
      null,
    ],
  ])("%s", (_story, consent, silences, at) => {
    expect(silencedAt(remember({ consent, silences }).self, "sms")).toBe(at);
  });

  test("news comes to the same in any order, any number of times", () => {
    const time = fc.option(fc.integer({ min: 1, max: 9 }));
    const news = fc.array(
      fc.record({
        from: fc.constantFrom("a", "b"),
        channel: fc.constantFrom("*" as const, "sms" as const),
        stoppedAt: time,
        startedAt: time,
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(news, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = [...list, ...list]
          .map((silence) => ({ silence, place: order.next().value ?? 0 }))
          .toSorted((x, y) => x.place - y.place);
        const once = withSilences([], list);
        const mixed = shuffled.reduce<readonly Silence[]>(
          (known, { silence }) => withSilences(known, [silence]),
          [],
        );
        expect(sorted(mixed)).toEqual(sorted(once));
        expect(withSilences(once, list)).toBe(once);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe("erasing", () => {
  test.each<[string, Partial<Self>, boolean, boolean]>([
    ["keeps a STOP everywhere", { consent: decided(10, null) }, true, true],
    ["keeps a STOP by SMS", { channels: { sms: decided(10, null) } }, true, false],
    ["keeps what a STOP elsewhere silenced", { silences: [from("a", 10)] }, true, true],
    ["forgets what was taken back", { consent: decided(10, 20) }, false, false],
    ["forgets an opt-in", { consent: decided(null, 20) }, false, false],
    [
      "keeps what START by SMS left closed",
      { consent: decided(10, null), channels: { sms: decided(null, 20) } },
      false,
      true,
    ],
  ])("%s", (_story, self, bySms, byWhatsApp) => {
    const after = erased(remember(self)).self;
    expect([isRefusing(after, "sms"), isRefusing(after, "whatsapp")]).toEqual([bySms, byWhatsApp]);
    expect(JSON.stringify(after)).not.toContain("STOP");
  });
});

describe("where they stand", () => {
  const none = { optedOutAt: null, optedInAt: null, silencedAt: null, grantedAt: null, suppressedAt: null };
  test.each([
    ["nobody said anything", {}, "unknown"],
    ["we were told they agreed", { grantedAt: 5 }, "granted"],
    ["a suppression outweighs an older opt-in", { optedInAt: 5, suppressedAt: 6 }, "suppressed"],
    ["START outweighs an older suppression", { optedInAt: 7, suppressedAt: 6 }, "opted-in"],
    ["no grant outweighs a STOP", { optedOutAt: 5, grantedAt: 9 }, "opted-out"],
    ["no grant outweighs a STOP elsewhere", { silencedAt: 5, grantedAt: 9 }, "opted-out"],
    ["START here outweighs an older STOP elsewhere", { silencedAt: 5, optedInAt: 6 }, "opted-in"],
    ["erasing forgets a grant", { grantedAt: 5, erasedAt: 6 }, "unknown"],
    ["erasing forgets an opt-in", { optedInAt: 5, erasedAt: 6 }, "unknown"],
    ["erasing keeps a STOP", { optedOutAt: 5, erasedAt: 6 }, "opted-out"],
    ["a grant after erasing counts", { grantedAt: 7, erasedAt: 6 }, "granted"],
  ])("%s", (_story, some, expected) => {
    expect(standing({ ...none, ...some })).toBe(expected);
  });
});
