// How an open page keeps listening: how long it waits before it tries again, and how often it asks the API for what is new.
import { join } from "#core/feed/news";
import type { Frame } from "#core/feed/news";
import type { Topic } from "#core/feed/topic";

const AGAIN_FIRST_MS = 500;
/** Whoever comes back from a tunnel sees new things within half a minute. */
const AGAIN_LAST_MS = 30_000;
/** Some networks let no WebSocket through: after so many failures in a row the page asks by itself meanwhile. */
const FAILURES_BEFORE_POLLING = 2;

/** `draw` in [0, 1): when the Worker restarts, not every page comes back in the same instant. */
export function againAfterMs(failures: number, draw: number): number {
  const longest = Math.min(AGAIN_LAST_MS, AGAIN_FIRST_MS * 2 ** failures);
  return longest / 2 + (longest / 2) * draw;
}

export function mustPoll(failures: number): boolean {
  return failures >= FAILURES_BEFORE_POLLING;
}

/** What is to be asked for anew: some topics, or everything. */
export type Stale = readonly Topic[] | "everything";

export const NOTHING_STALE: Stale = [];

export function addFrame(stale: Stale, frame: Frame): Stale {
  switch (frame.kind) {
    case "news":
      return stale === "everything" ? stale : join(stale, frame.topics);
    case "reset":
      return "everything";
    default:
      return frame satisfies never;
  }
}

/** The frame of a message; null for what is none, such as the answer to a ping. */
export function readFrame(data: unknown): Frame | null {
  if (typeof data !== "string" || !data.startsWith("{")) return null;
  return JSON.parse(data) as Frame;
}
