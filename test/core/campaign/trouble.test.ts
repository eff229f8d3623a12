// What the carrier's refusals lead to: waiting, another attempt, or a campaign that pauses.
import { describe, expect, test } from "vitest";
import { backOff, NO_BACK_OFF, settledBackOff } from "#core/campaign/back-off";
import { reasonToPause, record, recordAccepted } from "#core/campaign/breaker";
import { followUp } from "#core/campaign/retry";
import type { Attempt } from "#core/campaign/retry";

const NOW = 1_000_000;
const MINUTE = 60_000;

/** How long the so-manieth refusal in a row makes a line wait. */
function again(times: number, code: number, draw = 0.5): number {
  let state = NO_BACK_OFF;
  for (let time = 0; time < times; time += 1)
    state = backOff({ ...state, until: 0 }, { code, status: 400 }, draw, NOW) ?? state;
  return state.until - NOW;
}

describe("not now", () => {
  test.each([
    ["too many requests", 20_429, 1_000, 5 * MINUTE],
    ["a full queue", 21_611, MINUTE, 30 * MINUTE],
    ["a full queue, told later", 30_001, MINUTE, 30 * MINUTE],
    ["WhatsApp's limit of the day", 63_018, 15 * MINUTE, 240 * MINUTE],
  ])("%s (%i): the wait doubles, up to a longest one", (_what, code, firstMs, longestMs) => {
    expect([again(1, code), again(2, code), again(3, code)]).toEqual([firstMs, firstMs * 2, firstMs * 4]);
    expect(again(30, code)).toBe(longestMs);
  });

  test("chance spreads it by a quarter either way", () => {
    expect([again(1, 20_429, 0), again(1, 20_429, 0.999_9)]).toEqual([750, 1_250]);
  });

  test("several refused together are one refusal", () => {
    const first = backOff(NO_BACK_OFF, { code: 20_429, status: 429 }, 0.5, NOW);
    if (first === null) throw new Error("no back-off");
    expect(backOff(first, { code: 20_429, status: 429 }, 0.5, NOW + 10)).toEqual(first);
  });

  test("one that comes long after the last wait is a first one", () => {
    const often = { times: 5, until: NOW - 61_000 };
    expect(backOff(often, { code: 20_429, status: 429 }, 0.5, NOW)).toEqual({ times: 1, until: NOW + 1_000 });
  });

  test("HTTP 429 without a code counts, any other refusal does not", () => {
    expect(backOff(NO_BACK_OFF, { code: null, status: 429 }, 0.5, NOW)).not.toBeNull();
    expect(backOff(NO_BACK_OFF, { code: 21_211, status: 400 }, 0.5, NOW)).toBeNull();
  });

  test("a clock set back waits for nobody", () => {
    expect(settledBackOff({ times: 3, until: NOW + 90 * 3_600_000 }, NOW)).toEqual(NO_BACK_OFF);
  });
});

const tape = (accepted: number, ...codes: readonly number[]) =>
  codes.reduce((all, code, place) => record(all, code, `message-${place}`), recordAccepted([], accepted));

describe("a campaign pauses", () => {
  test.each([21_408, 21_606, 21_212, 21_612, 30_034, 30_032, 30_002])(
    "at the first %i: our own set-up",
    (code) => {
      expect(reasonToPause(tape(100, code), code)).toContain(`(${code}:`);
    },
  );

  test.each([30_007, 21_610, 63_016])("when more than a tenth ended with %i", (code) => {
    const few = tape(30, code, code, code);
    const many = tape(30, code, code, code, code);
    expect(reasonToPause(few, code)).toBeNull();
    expect(reasonToPause(many, code)).toMatch(/^Of the last 34 messages 4 were /);
  });

  test("not over a handful, nor over what happens to anybody", () => {
    expect(reasonToPause(tape(5, 30_007, 30_007, 30_007), 30_007)).toBeNull();
    expect(reasonToPause(tape(0, ...Array<number>(50).fill(30_005)), 30_005)).toBeNull();
  });

  test("not sooner because the same news came twice", () => {
    const once = record(recordAccepted([], 20), 30_007, "message-1");
    expect(record(once, 30_007, "message-1")).toBe(once);
  });
});

describe("after a failure", () => {
  const first: Attempt = { attempt: 1, isFallback: false, hasFallback: true, timesSame: 1 };
  const alone: Attempt = { ...first, hasFallback: false };

  test.each([
    [30_003, "same", 4 * 60 * MINUTE],
    [30_036, "same", 0],
    [30_001, "same", 15 * MINUTE],
    [63_032, "fallback", 0],
    [30_005, "fallback", 0],
    [21_614, "fallback", 0],
    [63_016, "fallback", 0],
  ])("%i opens another attempt on the %s line", (code, line, waitMs) => {
    expect(followUp(code, first, NOW)).toEqual({ kind: "again", line, at: NOW + waitMs });
  });

  test.each([30_007, 30_008, 21_610, 63_014, 21_408, 30_034, 12_345])("%i opens none", (code) => {
    expect(followUp(code, first, NOW)).toEqual({ kind: "nothing" });
  });

  test("a handset out of reach twice is tried on the other channel, and without one no more", () => {
    const second = { attempt: 2, timesSame: 2 };
    expect(followUp(30_003, { ...first, ...second }, NOW)).toMatchObject({ line: "fallback" });
    expect(followUp(30_003, { ...alone, ...second }, NOW)).toEqual({ kind: "nothing" });
  });

  test("a number that fails for good on the other channel too is left alone", () => {
    expect(followUp(63_024, { ...first, attempt: 2, isFallback: true }, NOW)).toEqual({ kind: "nothing" });
  });

  test("no failure opens attempts for ever", () => {
    expect(followUp(30_036, { ...first, attempt: 5 }, NOW)).toEqual({ kind: "nothing" });
  });
});
