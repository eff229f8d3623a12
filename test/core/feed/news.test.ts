// What somebody is told who listens anew, and how often anybody is.
import { describe, expect, test } from "vitest";
import { catchUp, join, type Kept, sendAt, SEND_EVERY_MS } from "#core/feed/news";

const NOW = 1_000_000;
const minuteOld = (seq: number, ...topics: Kept["topics"]): Kept => ({ seq, at: NOW - 60_000, topics });
const KEPT = [minuteOld(5, "flows"), minuteOld(6, "calls"), minuteOld(7, "flows", "audit")];

describe("somebody who listens", () => {
  test.each([
    { who: "comes back and missed nothing", after: 7, frame: { kind: "news", seq: 7, topics: [] } },
    {
      who: "comes back and missed one",
      after: 6,
      frame: { kind: "news", seq: 7, topics: ["flows", "audit"] },
    },
    {
      who: "comes back and missed all that is kept",
      after: 4,
      frame: { kind: "news", seq: 7, topics: ["flows", "calls", "audit"] },
    },
    { who: "missed more than is kept", after: 3, frame: { kind: "reset", seq: 7 } },
    {
      who: "heard of news that never was: the store was set back",
      after: 8,
      frame: { kind: "reset", seq: 7 },
    },
    { who: "comes for the first time", after: null, frame: { kind: "news", seq: 7, topics: [] } },
  ])("$who", ({ after, frame }) => {
    expect(catchUp(KEPT, 7, after, NOW)).toEqual(frame);
  });

  test("for the first time hears what happened while their page was being made", () => {
    const justNow: Kept = { seq: 8, at: NOW - 500, topics: ["messages"] };
    expect(catchUp([...KEPT, justNow], 8, null, NOW)).toEqual({ kind: "news", seq: 8, topics: ["messages"] });
  });

  test("where nothing ever happened misses nothing", () => {
    expect(catchUp([], 0, 0, NOW)).toEqual({ kind: "news", seq: 0, topics: [] });
  });
});

test("topics are joined once each, in one order", () => {
  expect(join(["calls", "flows"], ["flows", "messages"])).toEqual(["messages", "flows", "calls"]);
});

test("the first news goes out at once, the next a while after it", () => {
  expect(sendAt(null, NOW)).toBe(NOW);
  expect(sendAt(NOW - SEND_EVERY_MS, NOW)).toBe(NOW);
  expect(sendAt(NOW - 1, NOW)).toBe(NOW - 1 + SEND_EVERY_MS);
});
