// Calls told in words, and counted.
import { describe, expect, test } from "vitest";
import type { TraceEntry } from "#core/helpline/call";
import { sayDuration } from "#core/helpline/duration";
import { countCalls } from "#core/helpline/figures";
import type { CountedCall } from "#core/helpline/figures";
import { tellEntry } from "#core/helpline/tell-call";

const names = {
  volunteer: (id: string) => ({ a: "Ann", b: "Ben" })[id] ?? "somebody who left",
  number: () => "+1***99",
};
type Told = TraceEntry extends infer One ? (One extends TraceEntry ? Omit<One, "at"> : never) : never;
const tell = (entry: Told) => tellEntry({ ...entry, at: 0 }, names);

test.each<[entry: Told, words: string]>([
  [{ kind: "blocked" }, "the caller is blocked"],
  [{ kind: "menu", digits: "1", choice: "hunt" }, "pressed 1 for whoever is on shift"],
  [{ kind: "menu", digits: "9", choice: null }, "pressed 9 which means nothing"],
  [{ kind: "menu", digits: "", choice: null }, "pressed nothing in the menu"],
  [{ kind: "language", language: "es" }, "went on in es"],
  [{ kind: "skipped", volunteerId: "b", why: "busy" }, "did not ring Ben, who is on another call"],
  [{ kind: "nobody-on" }, "nobody was on shift"],
  [
    { kind: "rang", volunteerId: "a", seconds: 20, result: "unaccepted", talkedSeconds: null },
    "rang Ann 20 s: picked up, and nobody pressed 1 (a mailbox?)",
  ],
  [
    { kind: "rang", volunteerId: "b", seconds: 4, result: "talked", talkedSeconds: 360 },
    "rang Ben 4 s: pressed 1, talked 6 min",
  ],
  [
    { kind: "rang", volunteerId: "gone", seconds: 0, result: "bad-number", talkedSeconds: null },
    "rang somebody who left 0 s: the number could not be reached",
  ],
  [
    { kind: "forwarded", number: "+15550009999", seconds: 9, result: "talked", talkedSeconds: 61 },
    "rang +1***99 9 s: answered, talked 1 min 1 s",
  ],
  [{ kind: "limit", of: "caller" }, "rang nobody else: enough telephones for this caller within the hour"],
  [{ kind: "voicemail" }, "asked for a message"],
  [{ kind: "recorded", seconds: 119 }, "left a message of 1 min 59 s"],
  [{ kind: "recorded", seconds: null }, "a message was left"],
  [{ kind: "trouble" }, "something failed on our side: asked for a message"],
  [{ kind: "ended", by: "lost" }, "its end was never reported"],
])("%j", (entry, words) => {
  expect(tell(entry)).toBe(words);
});

test.each([
  [0, "0 s"],
  [60, "1 min"],
  [3_599, "59 min 59 s"],
  [3_600, "1 h"],
  [3_905, "1 h 5 min"],
])("%i seconds are %s", (seconds, words) => {
  expect(sayDuration(seconds)).toBe(words);
});

const at = (text: string) => Date.parse(text);
const call = (
  startedAt: number,
  outcome: CountedCall["outcome"],
  waited: number | null = null,
): CountedCall => ({
  startedAt,
  outcome,
  answeredAt: waited === null ? null : startedAt + waited * 1_000,
});

describe("figures", () => {
  test("of no calls", () => {
    const { calls, secondsToAnswer, hours } = countCalls([], "Europe/London");
    expect([calls, secondsToAnswer, hours.length]).toEqual([0, null, 24]);
  });

  test("by the group's clock, on both sides of a change of it; blocked callers are in no hour", () => {
    const figures = countCalls(
      [
        // 01:30 twice in London on 25 October 2026.
        call(at("2026-10-25T00:30Z"), "answered", 10),
        call(at("2026-10-25T01:30Z"), "missed"),
        call(at("2026-10-25T14:10Z"), "voicemail"),
        call(at("2026-10-25T14:20Z"), "forwarded"),
        call(at("2026-10-25T15:00Z"), "blocked"),
        call(at("2026-10-25T16:00Z"), "informed"),
        call(at("2026-10-25T23:59Z"), null),
      ],
      "Europe/London",
    );
    expect(figures).toMatchObject({
      calls: 7,
      underWay: 1,
      outcomes: { answered: 1, forwarded: 1, voicemail: 1, informed: 1, blocked: 1, missed: 1 },
      secondsToAnswer: { median: 10, p90: 10 },
    });
    const busy = figures.hours.filter(({ answered, missed }) => answered + missed > 0);
    expect(busy).toEqual([
      { hour: 1, answered: 1, missed: 1 },
      { hour: 14, answered: 1, missed: 1 },
    ]);
  });

  test("time to answer: the middle one, and the one that nine of ten are not above", () => {
    const waits = [30, 4, 8, 12, 16, 20, 24, 28, 90, 2];
    const { secondsToAnswer } = countCalls(
      waits.map((waited) => call(0, "answered", waited)),
      "UTC",
    );
    expect(secondsToAnswer).toEqual({ median: 16, p90: 30 });
  });
});
