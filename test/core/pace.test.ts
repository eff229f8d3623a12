// Law of the pace: over any window of a second or more, no more segments than rate x window and the largest message.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AT_REST, REPLY_AHEAD_MS, settled, spend, takeBulk, takeReply, widthMs } from "#core/pace";
import type { Pace } from "#core/pace";

const SEED = { seed: 20261121, numRuns: 300 };

interface Sent {
  readonly at: number;
  readonly segments: number;
}

/** Messages that each ask for a slot as soon as the one before has its own. */
function queue(sizes: readonly number[], rate: number): Sent[] {
  let pace: Pace = AT_REST;
  return sizes.map((segments) => {
    const slot = takeBulk(pace, segments, rate, 1_000_000);
    pace = slot.pace;
    return { at: slot.at, segments };
  });
}

function most(sent: readonly Sent[], windowMs: number): number {
  return Math.max(
    ...sent.map(({ at: from }) =>
      sent
        .filter(({ at }) => at >= from && at < from + windowMs)
        .reduce((sum, { segments }) => sum + segments, 0),
    ),
  );
}

const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 60 });
const rates = fc.constantFrom(0.2, 1, 3, 3.75, 12, 80, 100, 225);

describe("slots", () => {
  test("of any messages, at any rate, keep to it in every window", () => {
    fc.assert(
      fc.property(sizes, rates, fc.integer({ min: 1_000, max: 30_000 }), (messages, rate, windowMs) => {
        const sent = queue(messages, rate);
        expect(most(sent, windowMs)).toBeLessThanOrEqual((rate * windowMs) / 1_000 + Math.max(...messages));
      }),
      SEED,
    );
  });

  test.each([20, 100])("at %i segments a second are used to within three percent", (rate) => {
    const sent = queue(Array<number>(rate * 60).fill(1), rate);
    const lastMs = (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0);
    const mean = (sent.length - 1) / (lastMs / 1_000);
    expect(mean).toBeGreaterThan(rate * 0.97);
    expect(mean).toBeLessThanOrEqual(rate);
  });

  test("are never before now: a line that rested has nothing saved up", () => {
    const { at } = takeBulk({ bulkAt: 5, replyAt: 0 }, 1, 10, 9_000);
    expect(at).toBe(9_000);
  });
});

describe("a reply", () => {
  test("goes at once through a line that is busy, and bulk moves back by its width", () => {
    const busy: Pace = { bulkAt: 2_500, replyAt: 0 };
    const { at, pace } = takeReply(busy, 2, 1, 1_000);
    expect(at).toBe(1_000);
    expect(pace?.bulkAt).toBe(2_500 + widthMs(2, 1));
  });

  test("comes after other replies, and holds no slot further ahead than it will wait", () => {
    const crowded: Pace = { bulkAt: 0, replyAt: 1_000 + REPLY_AHEAD_MS + 1 };
    expect(takeReply(crowded, 1, 1, 1_000)).toEqual({ at: 1_000 + REPLY_AHEAD_MS + 1, pace: null });
  });

  test("that asked nobody is made up for by bulk", () => {
    expect(spend(AT_REST, 3, 1, 1_000)).toEqual({ bulkAt: 1_000 + widthMs(3, 1), replyAt: 0 });
  });
});

test("a clock that was set back leaves no line waiting for the old one", () => {
  const ahead: Pace = { bulkAt: 90_000_000, replyAt: 90_000_000 };
  expect(settled(ahead, 1, 1_000)).toEqual({ bulkAt: 1_000, replyAt: 1_000 });
  const busy: Pace = { bulkAt: 30_000, replyAt: 3_000 };
  expect(settled(busy, 1, 1_000)).toEqual(busy);
});
