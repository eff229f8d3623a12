// May a campaign's message go? Consent, hours on every kind of clock, conversations, caps: as the person's object decides it.
import { describe, expect, test } from "vitest";
import type { Permission } from "#core/consent/standing";
import type { Memory, Outgoing } from "#core/contact/memory";
import { rememberNobody } from "#core/contact/memory";
import { decideOffered } from "#core/contact/offered";
import type { Offered } from "#core/contact/offered";
import { Hours } from "#core/hours";
import { makeLine } from "./talk.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-23T12:00:00Z");
const DAYTIME = Hours.parse("Mo-Su 08:00-21:00");
const LINE = makeLine({ hours: DAYTIME, zone: "Europe/London" });
const NUMBER = "+447700900123";

const NOBODY = rememberNobody("someone", { kind: "phone", value: NUMBER });
const MESSAGE: Outgoing = {
  id: "message",
  lineId: LINE.id,
  runId: null,
  turn: null,
  node: null,
  kind: "campaign",
  via: "rest",
  bound: true,
  text: "Hello.",
  media: [],
  options: [],
  content: null,
  at: NOW,
  campaign: { id: "campaign", segments: 1, costMicros: 0 },
};
const GRANTED: Permission = { silencedAt: null, grantedAt: 1, suppressedAt: null };
const RULES = {
  hours: null,
  expiresAt: null,
  frequencyCap: null,
  consent: "granted",
  inConversation: "skip",
} as const;

function offer(more: Partial<Omit<Offered, "rules">> & { rules?: Partial<Offered["rules"]> } = {}): Offered {
  return {
    message: MESSAGE,
    address: { kind: "phone", value: NUMBER },
    line: LINE,
    profile: null,
    permission: GRANTED,
    begunElsewhere: 0,
    flow: null,
    ...more,
    rules: { ...RULES, ...more.rules },
  };
}

const inZone = (zone: string) => ({
  profile: { language: null, zone, fields: {}, tags: [], categories: {}, asOf: 0 },
});
const withSelf = (self: Partial<Memory["self"]>): Memory => ({
  ...NOBODY,
  self: { ...NOBODY.self, ...self },
});

describe("consent", () => {
  const stopped = withSelf({ consent: { optedOut: { at: 5, words: "STOP" }, optedIn: null } });
  const started = withSelf({ consent: { optedOut: null, optedIn: { at: 9, words: "START" } } });
  const nothing: Permission = { silencedAt: null, grantedAt: null, suppressedAt: null };

  test.each<[string, Memory, Permission, string]>([
    ["their own STOP wins over any grant", stopped, { ...GRANTED, grantedAt: NOW }, "opted-out"],
    ["a STOP at another of their numbers counts", NOBODY, { ...GRANTED, silencedAt: 2 }, "opted-out"],
    ["what we were told not to do, we do not", NOBODY, { ...GRANTED, suppressedAt: 2 }, "suppressed"],
    ["who never agreed is not written to", NOBODY, nothing, "no-consent"],
  ])("%s", (_what, memory, permission, why) => {
    expect(decideOffered(memory, offer({ permission }), NOW)).toMatchObject({ kind: "refused", why });
  });

  test("their own opt-in needs no grant; a campaign may ask for no more than that nobody refused", () => {
    expect(decideOffered(started, offer({ permission: nothing }), NOW).kind).toBe("granted");
    const rules = { consent: "not-refused" } as const;
    expect(decideOffered(NOBODY, offer({ permission: nothing, rules }), NOW).kind).toBe("granted");
  });
});

describe("hours are the person's", () => {
  // The night of each change, and zones whose clocks stand between ours.
  test.each([
    ["Europe/London", "2026-03-29T00:30:00Z", "2026-03-29T07:00:00Z"],
    ["Europe/London", "2026-10-25T00:30:00Z", "2026-10-25T08:00:00Z"],
    ["America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T12:00:00Z"],
    ["America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T13:00:00Z"],
    ["Asia/Kolkata", "2026-11-23T16:00:00Z", "2026-11-24T02:30:00Z"],
    ["Asia/Kathmandu", "2026-11-23T16:00:00Z", "2026-11-24T02:15:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T15:10:00Z", "2026-10-03T21:00:00Z"],
  ])("%s at %s: put off to %s", (zone, at, until) => {
    expect(decideOffered(NOBODY, offer(inZone(zone)), Date.parse(at))).toEqual({
      kind: "later",
      at: Date.parse(until),
      why: "hours",
    });
  });

  test("of someone without a zone are guessed by the number, and are the line's where it tells nothing", () => {
    const evening = Date.parse("2026-11-23T20:30:00Z");
    expect(decideOffered(NOBODY, offer(), evening).kind).toBe("granted");
    const tollFree = { kind: "phone", value: "+18005550100" } as const;
    expect(decideOffered(NOBODY, offer({ address: tollFree }), evening).kind).toBe("granted");
    const newYork = { kind: "phone", value: "+12125550100" } as const;
    expect(
      decideOffered(NOBODY, offer({ address: newYork }), Date.parse("2026-11-23T12:00:00Z")),
    ).toMatchObject({ kind: "later", at: Date.parse("2026-11-23T13:00:00Z") });
  });

  test("a campaign's own hours lie within the line's, never beyond them", () => {
    const rules = { hours: Hours.parse("Mo-Su 19:00-23:00") };
    const late = Date.parse("2026-11-23T21:30:00Z");
    expect(decideOffered(NOBODY, offer({ rules, ...inZone("Europe/London") }), late)).toMatchObject({
      kind: "later",
      at: Date.parse("2026-11-24T19:00:00Z"),
    });
  });

  test("the carrier has until closing, or until the campaign expires, whichever comes first", () => {
    const at = Date.parse("2026-11-23T20:50:00Z");
    const zone = inZone("Europe/London");
    expect(decideOffered(NOBODY, offer(zone), at)).toMatchObject({ validitySeconds: 600 });
    const rules = { expiresAt: at + 60_000 };
    expect(decideOffered(NOBODY, offer({ ...zone, rules }), at)).toMatchObject({ validitySeconds: 60 });
    const morning = Date.parse("2026-11-23T08:00:00Z");
    expect(decideOffered(NOBODY, offer(zone), morning)).toMatchObject({ validitySeconds: 36_000 });
  });

  test("where nothing opens before the campaign expires, the wait ends; an expired campaign sends nothing", () => {
    const night = Date.parse("2026-11-23T22:00:00Z");
    const zone = inZone("Europe/London");
    const soon = { expiresAt: night + 2 * HOUR };
    expect(decideOffered(NOBODY, offer({ ...zone, rules: soon }), night)).toMatchObject({
      why: "never-open",
    });
    expect(decideOffered(NOBODY, offer({ rules: { expiresAt: NOW } }), NOW)).toMatchObject({
      why: "expired",
    });
    const never = makeLine({ hours: Hours.parse("Mo 08:00-09:00; Mo off") });
    expect(decideOffered(NOBODY, offer({ line: never }), NOW)).toMatchObject({ why: "never-open" });
  });
});

describe("manners", () => {
  const talking: Memory = {
    ...NOBODY,
    conversations: {
      [LINE.id]: {
        lineId: LINE.id,
        runId: "run",
        flowId: "flow",
        versionId: "version",
        source: "inbound",
        state: null,
        startAt: NOW + 10 * 60_000,
        heldUntil: null,
        startedAt: NOW,
        handedOverAt: null,
      },
    },
  };

  test.each([
    ["skip", { kind: "refused", why: "in-conversation" }],
    ["wait", { kind: "later", at: NOW + 10 * 60_000, why: "in-conversation" }],
    ["interrupt", { kind: "granted" }],
  ] as const)("someone in a conversation: %s", (inConversation, expected) => {
    expect(decideOffered(talking, offer({ rules: { inConversation } }), NOW)).toMatchObject(expected);
  });

  test("a conversation on another line is none of this one's", () => {
    const elsewhere = {
      ...talking,
      conversations: { other: { ...talking.conversations[LINE.id]!, lineId: "other" } },
    };
    expect(decideOffered(elsewhere, offer(), NOW).kind).toBe("granted");
  });

  test("who has had as many messages as the cap allows gets no more; older ones do not count", () => {
    const rules = { frequencyCap: { messages: 2, days: 7 } };
    const often = withSelf({ begun: [NOW - 6 * 24 * HOUR, NOW - HOUR] });
    const seldom = withSelf({ begun: [NOW - 8 * 24 * HOUR, NOW - HOUR] });
    expect(decideOffered(often, offer({ rules }), NOW)).toMatchObject({ why: "frequency-cap" });
    expect(decideOffered(seldom, offer({ rules }), NOW).kind).toBe("granted");
  });

  test("the cap is the person's: what went to their other addresses counts, an attempt that failed does not", () => {
    const rules = { frequencyCap: { messages: 2, days: 7 } };
    const once = withSelf({ begun: [NOW - HOUR] });
    const twice = withSelf({ begun: [NOW - 2 * HOUR, NOW - HOUR] });
    const at = (memory: Memory, begunElsewhere: number) =>
      decideOffered(memory, offer({ rules, begunElsewhere }), NOW);
    expect(at(once, 0).kind).toBe("granted");
    expect(at(once, 1)).toMatchObject({ why: "frequency-cap" });
    expect(at(twice, -1).kind).toBe("granted");
  });

  test("two messages to one person are five seconds apart", () => {
    const justNow = withSelf({ begun: [NOW - 1_000] });
    expect(decideOffered(justNow, offer(), NOW)).toEqual({ kind: "later", at: NOW + 4_000, why: "apart" });
  });
});
