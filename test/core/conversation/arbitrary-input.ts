// What people, clocks and carriers may do to a run, in any order.
import * as fc from "fast-check";
import type { Input, Person } from "#core/conversation/run";

/** An input and how long after the one before it comes; a timeout is for the current turn or a stale one. */
export type Happening =
  | { readonly kind: "input"; readonly input: Exclude<Input, { kind: "timeout" }>; readonly afterMs: number }
  | { readonly kind: "wake"; readonly isStale: boolean; readonly lateMs: number };

const TEXTS = [
  "",
  " ",
  "yes",
  "no",
  "1",
  "2 and 3",
  "10",
  "-0",
  "red",
  "menu",
  "back",
  "skip",
  "tomorrow",
  "29 February 2027",
  "ann@example.org",
  "+44 20 7946 0018",
  "10 Downing Street",
  "{{ name }} {% raw %}",
  "\u0000\uD800",
  "نعم",
  "٣",
  "a".repeat(1600),
];
const afterMs = fc.constantFrom(0, 1000, 3_600_000, 90_000_000, 700_000_000);

const input: fc.Arbitrary<Exclude<Input, { kind: "timeout" }>> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ kind: "message" as const, text })) },
  {
    weight: 1,
    arbitrary: fc.constant({
      kind: "message" as const,
      text: "",
      attachments: [{ type: "image/jpeg", ref: "m1" }],
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      kind: "message" as const,
      text: "",
      location: { latitude: 51.5, longitude: -0.12 },
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("n0", "n1", "n2", "zz"), fc.constantFrom("o0", "o1", "yes", "no", ""))
      .map(([node, option]) => ({ kind: "choice" as const, option: `${node}:${option}`, text: "Red" })),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "take-over" as const }, { kind: "release" as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: "failed" as const, reason: "30005" }, { kind: "opted-out" as const }),
  },
);

export const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("input" as const), input, afterMs }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("wake" as const), isStale: fc.boolean(), lateMs: afterMs }),
  },
);

export const arbitraryPerson: fc.Arbitrary<Person> = fc.record({
  channel: fc.constantFrom("sms" as const, "whatsapp" as const, "chat" as const),
  language: fc.constantFrom(null, "en", "es-MX", "ar", "pt"),
  zone: fc.constantFrom("UTC", "Europe/London", "America/New_York", "Asia/Kathmandu"),
  fields: fc.constantFrom({}, { first_name: "Ann", plan: "pro" }),
  tags: fc.constantFrom([], ["vip"]),
  categories: fc.constantFrom({}, { onboarding: "Waiting" }),
});
