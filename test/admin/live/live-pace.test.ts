// How an open page keeps listening, and what it asks for anew.
import { describe, expect, test } from "vitest";
import {
  addFrame,
  againAfterMs,
  mustPoll,
  NOTHING_STALE,
  readFrame,
} from "../../../admin-ui/src/data/live-pace.ts";

describe("a page that lost its connection", () => {
  test("waits longer with every failure, half a minute at most, and never together with all the others", () => {
    expect([0, 1, 2, 3, 9].map((failures) => againAfterMs(failures, 0))).toEqual([
      250, 500, 1_000, 2_000, 15_000,
    ]);
    expect([0, 1, 2, 3, 9].map((failures) => againAfterMs(failures, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 30_000,
    ]);
  });

  test("asks by itself from the second failure on", () => {
    expect([0, 1, 2, 3].map(mustPoll)).toEqual([false, false, true, true]);
  });
});

describe("what is stale", () => {
  test("adds up while nobody asks", () => {
    const one = addFrame(NOTHING_STALE, { kind: "news", seq: 1, topics: ["flows"] });
    expect(addFrame(one, { kind: "news", seq: 2, topics: ["flows", "calls"] })).toEqual(["flows", "calls"]);
  });

  test("is everything when too much was missed, whatever comes then", () => {
    const all = addFrame(["flows"], { kind: "reset", seq: 9 });
    expect(addFrame(all, { kind: "news", seq: 10, topics: ["calls"] })).toBe("everything");
  });
});

test("the answer to a ping is no news", () => {
  expect(readFrame("pong")).toBeNull();
  expect(readFrame('{"kind":"news","seq":1,"topics":[]}')).toEqual({ kind: "news", seq: 1, topics: [] });
});
