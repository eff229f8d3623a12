// A message that another system asks for: admitted by what the person decided, what we were told, hours and caps.
import { describe, expect, test } from "vitest";
import { NOTHING_TOLD } from "#core/consent/standing";
import { rememberNobody } from "#core/contact/memory";
import type { Memory } from "#core/contact/memory";
import { send } from "#core/contact/send";
import type { SendRequest } from "#core/contact/send";
import { LineConfig, toLine } from "#core/line";

const NOON = Date.parse("2026-11-23T12:00:00Z");
const NIGHT = Date.parse("2026-11-23T22:30:00Z");
const MORNING = Date.parse("2026-11-24T08:00:00Z");
const HOUR_MS = 3_600_000;
const address = { kind: "phone", value: "+447700900123" } as const;
const config = {
  name: "Desk",
  channel: "sms",
  sender: "long-code",
  address: "+447700900100",
  organisation: "Us",
  zone: "Europe/London",
  hours: "Mo-Su 08:00-21:00",
} as const;
const line = toLine("desk", LineConfig.parse(config));
const NOBODY = rememberNobody("ann", address);
const AGREED = { ...NOTHING_TOLD, grantedAt: NOON - 30 * HOUR_MS };

function ask(at: number, more: Partial<SendRequest> = {}, self: Partial<Memory["self"]> = {}, waiting = 0) {
  const memory = { ...NOBODY, self: { ...NOBODY.self, ...self } };
  const request: SendRequest = {
    id: "m1",
    address,
    line,
    profile: null,
    permission: AGREED,
    begunElsewhere: 0,
    consent: "granted",
    frequencyCap: null,
    isAnswer: false,
    text: "Your parcel is here.",
    media: [],
    content: null,
    ...more,
  };
  const sending = send(memory, request, waiting, { now: at, draw: 0, mint: () => "turn" });
  if (sending.kind === "refused") return sending.why;
  const [message] = sending.turn.outgoing;
  return { dueAt: sending.dueAt, id: message?.id, kind: message?.kind, bound: message?.bound };
}

const words = (at: number) => ({ at, words: "STOP" });
const stopped = { consent: { optedOut: words(NOON - HOUR_MS), optedIn: null } };
const cap = { frequencyCap: { messages: 2, days: 1 } } as const;

describe("by day", () => {
  test.each([
    ["who agreed", {}, {}, 0, { dueAt: null, id: "m1", kind: "api", bound: true }],
    ["who never said anything", { permission: NOTHING_TOLD }, {}, 0, "no-consent"],
    [
      "who never said anything, where that is enough",
      { permission: NOTHING_TOLD, consent: "not-refused" },
      {},
      0,
      { dueAt: null, id: "m1", kind: "api", bound: true },
    ],
    ["who said STOP", {}, stopped, 0, "opted-out"],
    ["who said STOP, as an answer", { isAnswer: true }, stopped, 0, "opted-out"],
    [
      "whom the staff were told to leave alone",
      { permission: { ...AGREED, suppressedAt: NOON } },
      {},
      0,
      "suppressed",
    ],
    ["who said STOP at another number", { permission: { ...AGREED, silencedAt: NOON } }, {}, 0, "opted-out"],
    [
      "who had two today of two",
      cap,
      { begun: [NOON - 9 * HOUR_MS, NOON - 3 * HOUR_MS] },
      0,
      "frequency-cap",
    ],
    ["who had one, and one waits", cap, { begun: [NOON - 9 * HOUR_MS] }, 1, "frequency-cap"],
    [
      "who had two, but one the day before",
      cap,
      { begun: [NOON - 25 * HOUR_MS, NOON - 3 * HOUR_MS] },
      0,
      { dueAt: null, id: "m1", kind: "api", bound: true },
    ],
  ] as const)("to somebody %s", (_who, more, self, waiting, expected) => {
    expect(ask(NOON, more, self, waiting)).toEqual(expected);
  });
});

describe("by night", () => {
  test("what we begin waits for the morning; the answer of the staff does not", () => {
    expect(ask(NIGHT)).toMatchObject({ dueAt: MORNING, bound: true });
    expect(ask(NIGHT, { isAnswer: true })).toMatchObject({ dueAt: null, kind: "staff", bound: false });
  });

  test("on a line that never opens there is no morning", () => {
    const never = toLine("desk", LineConfig.parse({ ...config, hours: { days: {} } }));
    expect(ask(NIGHT, { line: never })).toBe("never-open");
  });

  test("the person's zone is what D1 knows of it", () => {
    const profile = {
      language: null,
      zone: "America/New_York",
      fields: {},
      tags: [],
      categories: {},
      asOf: 0,
    };
    expect(ask(NIGHT, { profile })).toMatchObject({ dueAt: null });
  });
});
