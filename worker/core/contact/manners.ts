// How much we answer when nobody asked for it: two machines texting each other must fall silent.
import type { Draft } from "#core/contact/draft";
import { normalise } from "#core/text";

/** Replies an hour that are not the next step after an accepted answer. A person does not need more; a robot would. */
export const REPLIES_PER_HOUR_MAX = 20;
/** From this many times the same misunderstood text in a row, nothing more is said to it. */
export const SAME_TEXT_MAX = 3;

const HOUR_MS = 3_600_000;

export function allowsReply(draft: Draft, now: number): boolean {
  const { hour, count } = draft.memory.self.replies;
  return hour !== Math.floor(now / HOUR_MS) || count < REPLIES_PER_HOUR_MAX;
}

export function countReply(draft: Draft, now: number): void {
  const hour = Math.floor(now / HOUR_MS);
  const before = draft.memory.self.replies;
  draft.count({ replies: { hour, count: before.hour === hour ? before.count + 1 : 1 } });
}

/** Counts a text nothing understood; true from the third time in a row that it is the same one. */
export function countUnmatched(draft: Draft, words: string): boolean {
  const text = normalise(words);
  const before = draft.memory.self.unmatched;
  const times = before?.text === text ? before.times + 1 : 1;
  draft.count({ unmatched: { text, times } });
  return times >= SAME_TEXT_MAX;
}
