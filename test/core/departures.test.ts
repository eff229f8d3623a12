// Law of the way out: however late timers and connections are, no window of a second or more holds more than its share and
// the largest message, and what a short stop of everything took is made up for.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { depart, departLate, fitsAt, freeAt, NONE_LEFT } from "#core/departures";

const SEED = { seed: 20261121, numRuns: 300 };

interface Left {
  readonly at: number;
  readonly segments: number;
}

interface Wish {
  readonly segments: number;
  /** Goes before everything that waits. */
  readonly hurries?: boolean;
  /** How long after the one before it becomes ready. */
  readonly afterMs: number;
  /** By how much it leaves later than it was to. */
  readonly lateMs: number;
}

/** Each leaves as soon as it may, and then late; the next hears of it. */
function play(wishes: readonly Wish[], rate: number): readonly Left[] {
  let departures = NONE_LEFT;
  let ready = 1_000_000;
  let last = 0;
  const left: Left[] = [];
  for (const { segments, afterMs, lateMs, hurries = false } of wishes) {
    ready += afterMs;
    const free = hurries
      ? fitsAt(left, segments, rate, Math.max(ready, last))
      : Math.ceil(freeAt(departures, segments, rate));
    const at = Math.max(ready, last, free);
    const { spentMs } = departures;
    last = at + lateMs;
    departures = departLate(depart(departures, segments, rate, at), spentMs, last);
    left.push({ at: last, segments });
  }
  return left;
}

/** By how much a window of a second or more exceeds rate x window at most. */
function mostOver(left: readonly Left[], rate: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const [first, { at: from }] of left.entries()) {
    let sum = 0;
    for (const { at, segments } of left.slice(first)) {
      sum += segments;
      most = Math.max(most, sum - (rate * Math.max(1_000, at - from)) / 1_000);
    }
  }
  return most;
}

/** From the first to the last, in milliseconds. */
function lengthOf(left: readonly Left[]): number {
  return (left.at(-1)?.at ?? 0) - (left[0]?.at ?? 0);
}

const lateness = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 400 }) },
);
const wishes = fc.array(
  fc.record({
    segments: fc.constantFrom(1, 2, 5, 10),
    afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
    lateMs: lateness,
  }),
  { minLength: 1, maxLength: 120 },
);

describe("departures", () => {
  test("keep to the rate in every window, however late each of them is", () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(4, 20, 80, 100, 225), (all, rate) => {
        const largest = Math.max(...all.map(({ segments }) => segments));
        expect(mostOver(play(all, rate), rate)).toBeLessThanOrEqual(largest);
      }),
      SEED,
    );
  });

  test("keep to it with those in between that go before their turn", () => {
    const mixed = wishes.map((all) => [{ segments: 10, afterMs: 0, lateMs: 0 }, ...all]);
    const replies = fc.func(fc.boolean());
    fc.assert(
      fc.property(mixed, replies, fc.constantFrom(4, 20, 80, 100, 225), (all, isReply, rate) => {
        const wishes = all.map((wish, index) =>
          isReply(index) ? { ...wish, segments: 1, hurries: true } : wish,
        );
        expect(mostOver(play(wishes, rate), rate)).toBeLessThanOrEqual(10);
      }),
      SEED,
    );
  });

  test("of what waits lose nothing to a stop that the largest message has room for", () => {
    const sizes = [10, 2, 2, 2, 2, 2];
    const rate = 100;
    const calm = Array.from({ length: 600 }, (_, index): Wish => {
      return { segments: sizes[index % sizes.length] ?? 0, afterMs: 0, lateMs: 0 };
    });
    // Before a small message all stands still for a twentieth of a second, every few seconds.
    const broken = calm.map((wish, index) => (index % 60 === 2 ? { ...wish, lateMs: 50 } : wish));
    expect(lengthOf(play(broken, rate)) - lengthOf(play(calm, rate))).toBeLessThanOrEqual(20);
  });

  test("hold up a reply for a moment only where its segment would be one too many", () => {
    const full = play(
      Array.from({ length: 12 }, (): Wish => ({ segments: 10, afterMs: 0, lateMs: 0 })),
      20,
    );
    const now = full.at(-1)?.at ?? 0;
    expect(fitsAt(full, 1, 20, now) - now).toBeGreaterThan(0);
    // A segment's time at 20/s, and what the way differs by.
    expect(fitsAt(full, 1, 20, now) - now).toBeLessThanOrEqual(65);
    expect(fitsAt(full, 1, 20, now + 65)).toBe(now + 65);
  });

  test("after a rest are free at once, with nothing saved up beyond the largest message", () => {
    const burst = Array.from({ length: 50 }, (): Wish => ({ segments: 1, afterMs: 0, lateMs: 0 }));
    const left = play(
      [{ segments: 10, afterMs: 0, lateMs: 0 }, { segments: 1, afterMs: 60_000, lateMs: 0 }, ...burst],
      20,
    );
    const [, first, ...rest] = left;
    expect(first?.at).toBe(1_060_000);
    expect(rest.filter(({ at }) => at === first?.at).length).toBeLessThan(10);
  });
});
