// Who of an audience is sent something, at which address, and why the others are not.
import { describe, expect, test } from "vitest";
import type { Candidate } from "#core/campaign/plan";
import type { Pinned } from "#core/campaign/sending";
import { Hours } from "#core/hours";
import { DAY, HOUR, line, NOON, pinned, plan, reach, somebody, template } from "./people.ts";

const whatsapp = line({ channel: "whatsapp", sender: "whatsapp" });
const visitor = { kind: "visitor", value: "11111111-1111-4111-8111-111111111111" } as const;

type Row = readonly [who: string, Partial<Candidate>, Partial<Pinned>, reason: string | null];

const ROWS: readonly Row[] = [
  ["somebody who agreed", {}, {}, null],
  ["opted in by their own word", { reaches: [reach({ standing: "opted-in" })] }, {}, null],
  ["said STOP", { reaches: [reach({ standing: "opted-out" })] }, {}, "opted-out"],
  [
    "said STOP, where no refusal is asked for",
    { reaches: [reach({ standing: "opted-out" })] },
    { consent: "not-refused" },
    "opted-out",
  ],
  [
    "suppressed by the staff",
    { reaches: [reach({ standing: "suppressed" })] },
    { consent: "not-refused" },
    "suppressed",
  ],
  ["never asked", { reaches: [reach({ standing: "unknown" })] }, {}, "no-consent"],
  [
    "never asked, where that is enough",
    { reaches: [reach({ standing: "unknown" })] },
    { consent: "not-refused" },
    null,
  ],
  ["merged into another", { mergedInto: "contact-2" }, {}, "duplicate"],
  ["erased", { isErased: true, reaches: [reach({ address: { kind: "nobody" } })] }, {}, "erased"],
  ["erased and heard from again", { isErased: true, reaches: [reach({ standing: "opted-in" })] }, {}, null],
  ["without any address", { reaches: [] }, {}, "no-address-for-channel"],
  ["a web visitor", { reaches: [reach({ address: visitor })] }, {}, "no-address-for-channel"],
  [
    "hides their number on WhatsApp",
    { reaches: [reach({ address: { kind: "whatsapp-user", value: "US.1" } })] },
    {},
    "no-address-for-channel",
  ],
  [
    "abroad",
    { reaches: [reach({ address: { kind: "phone", value: "+442079460000" } })] },
    { line: line({ countries: ["US"] }) },
    "country-not-allowed",
  ],
  ["not verified on a trial", {}, { verifiedNumbers: ["+12125550199"] }, "not-verified"],
  ["verified on a trial", {}, { verifiedNumbers: ["+12125550101"] }, null],
  [
    "heard from us twice this week",
    { reaches: [reach({ recentCount: 1 }), reach({ id: "another", recentCount: 1 })] },
    { frequencyCap: { messages: 2, days: 7 } },
    "frequency-cap",
  ],
  [
    "heard from us once this week",
    { reaches: [reach({ recentCount: 1 })] },
    { frequencyCap: { messages: 2, days: 7 } },
    null,
  ],
  ["in a conversation", { reaches: [reach({ isBusy: true })] }, {}, "in-conversation"],
  [
    "in a conversation that is waited for",
    { reaches: [reach({ isBusy: true })] },
    { inConversation: "wait" },
    null,
  ],
  [
    "in a conversation that is interrupted",
    { reaches: [reach({ isBusy: true })] },
    { inConversation: "interrupt" },
    null,
  ],
  ["without a first name", { fields: {} }, {}, "missing-placeholders"],
  [
    "free text on WhatsApp, silent for a day",
    { reaches: [reach({ lastHeardAt: NOON - DAY })] },
    { line: whatsapp },
    "outside-window",
  ],
  [
    "free text on WhatsApp, wrote this morning",
    { reaches: [reach({ lastHeardAt: NOON - 3 * HOUR })] },
    { line: whatsapp },
    null,
  ],
  [
    "nobody opens before the end",
    {},
    { hours: Hours.parse("Mo-Su 09:00-11:00"), expiresAt: NOON + HOUR },
    "never-open",
  ],
  [
    "hours that never meet the line's",
    {},
    { hours: Hours.parse("Mo 09:00-17:00"), line: line({ hours: Hours.parse("Tu 09:00-17:00") }) },
    "never-open",
  ],
  [
    "opens before the end where they live",
    { zone: "Asia/Kolkata" },
    { hours: Hours.parse("Mo-Su 22:00-23:00"), expiresAt: NOON + HOUR },
    null,
  ],
];

describe("a plan decides about", () => {
  test.each(ROWS)("%s", (_who, who, campaign, reason) => {
    const decision = plan(somebody(who), pinned(campaign));
    expect(decision.kind === "excluded" ? decision.reason : null).toBe(reason);
  });

  test("what is missing, by name", () => {
    const campaign = pinned({ variants: { a: template("{{ first_name }} of {{ contact.town }}") } });
    expect(plan(somebody({ fields: {} }), campaign)).toMatchObject({
      reason: "missing-placeholders",
      detail: "first_name, contact.town",
    });
  });

  test("a person whose data breaks the text, and nobody else", () => {
    const fields = {
      get first_name(): string {
        throw new RangeError("poison");
      },
    };
    expect(plan(somebody({ fields }))).toEqual({
      kind: "excluded",
      contactId: "contact-1",
      reason: "broken",
      detail: "RangeError",
    });
    expect(plan(somebody()).kind).toBe("planned");
  });
});

describe("somebody with several addresses", () => {
  const old = reach({ id: "a", address: { kind: "phone", value: "+12125550102" }, standing: "granted" });
  const own = reach({ id: "b", address: { kind: "phone", value: "+12125550103" }, standing: "opted-in" });
  const stopped = reach({
    id: "c",
    address: { kind: "phone", value: "+12125550104" },
    standing: "opted-out",
  });

  test("is reached where they said yes themselves, and once", () => {
    expect(plan(somebody({ reaches: [old, stopped, own] }))).toMatchObject({ addressId: "b" });
  });

  test("is reached where they wrote from last, of two that are alike", () => {
    const heard = { ...old, id: "z", lastHeardAt: NOON - DAY };
    expect(plan(somebody({ reaches: [old, heard] }))).toMatchObject({ addressId: "z" });
  });

  test("is reached at the second when the first cannot be", () => {
    const abroad = { ...own, address: { kind: "phone", value: "+442079460000" } as const };
    const campaign = pinned({ line: line({ countries: ["US"] }) });
    expect(plan(somebody({ reaches: [abroad, old] }), campaign)).toMatchObject({ addressId: "a" });
  });

  test("is told by the best of them why not", () => {
    const unasked = { ...old, standing: "unknown" as const };
    expect(plan(somebody({ reaches: [stopped, unasked] }))).toMatchObject({ reason: "no-consent" });
  });
});

describe("a line to fall back on", () => {
  const campaign = pinned({ line: whatsapp, fallback: { ...line(), id: "line-2" } });
  const silent = reach({ standingThere: "granted" });

  test("takes whom the campaign's own line can never reach", () => {
    expect(plan(somebody({ reaches: [silent] }), campaign)).toMatchObject({
      lineId: "line-2",
      channel: "sms",
    });
    const heard = { ...silent, lastHeardAt: NOON - HOUR };
    expect(plan(somebody({ reaches: [heard] }), campaign)).toMatchObject({ lineId: "line-1" });
  });

  test.each(["opted-out", "suppressed", "unknown"] as const)(
    "takes nobody who is %s there",
    (standingThere) => {
      expect(plan(somebody({ reaches: [{ ...silent, standingThere }] }), campaign)).toMatchObject({
        reason: "outside-window",
      });
    },
  );

  test("takes nobody who wants nothing here", () => {
    const stopped = { ...silent, standing: "opted-out" as const };
    expect(plan(somebody({ reaches: [stopped] }), campaign)).toMatchObject({ reason: "opted-out" });
  });
});

describe("a planned message", () => {
  test("has one id however often it is planned, and another for another campaign", () => {
    const first = plan(somebody());
    expect(plan(somebody())).toEqual(first);
    const other = plan(somebody(), pinned({ campaignId: "campaign-2" }));
    expect(first).toMatchObject({ kind: "planned", text: "Hi Ana!", segments: 1, variant: "a" });
    expect(other).not.toMatchObject({ messageId: first.kind === "planned" ? first.messageId : "" });
  });

  test("costs what its country costs", () => {
    const prices = { currency: "USD", perSegment: { US: 0.0079, "*": 0.05 } };
    const campaign = pinned({ line: line({ prices }), variants: { a: template("x".repeat(161)) } });
    expect(plan(somebody(), campaign)).toMatchObject({ segments: 2, country: "US", costMicros: 15_800 });
    const french = reach({ address: { kind: "phone", value: "+33612345678" } });
    expect(plan(somebody({ reaches: [french] }), campaign)).toMatchObject({
      country: "FR",
      costMicros: 100_000,
    });
  });

  test("without a price costs nothing anybody knows", () => {
    expect(plan(somebody())).toMatchObject({ costMicros: null });
  });
});
