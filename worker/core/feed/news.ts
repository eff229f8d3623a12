// News of what changed: what is told at once, what somebody missed who was away, and when it is better to ask for everything.
import type { Topic } from "#core/feed/topic";
import { TOPICS } from "#core/feed/topic";

/** What is there anew; the higher `seq` is the later. */
export interface News {
  readonly seq: number;
  readonly topics: readonly Topic[];
}

export type Frame =
  | ({ readonly kind: "news" } & News)
  /** More was missed than is kept: whatever is shown may be old. */
  | { readonly kind: "reset"; readonly seq: number };

export interface Kept extends News {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A person sees no more changes a second than this, and each costs every open page a request. */
export const SEND_EVERY_MS = 300;
/** At the most that is sent, who comes back within a minute and a half misses nothing. */
export const KEPT_MAX = 300;
/** A page asks its first questions before it listens: so much earlier news is told to it as well. */
const BEFORE_LISTENING_MS = 10_000;

/** The topics of both, each once, in the order of TOPICS. */
export function join(some: readonly Topic[], others: readonly Topic[]): readonly Topic[] {
  return TOPICS.filter((topic) => some.includes(topic) || others.includes(topic));
}

/** When what was just told may be sent. Epoch milliseconds; `lastAt` null for never before. */
export function sendAt(lastAt: number | null, now: number): number {
  return lastAt === null ? now : Math.max(now, lastAt + SEND_EVERY_MS);
}

/** The first frame for somebody: what they missed since `after`, or for a new page what happened while it was being made. */
export function catchUp(kept: readonly Kept[], seq: number, after: number | null, now: number): Frame {
  if (after === null)
    return told(
      seq,
      kept.filter(({ at }) => at > now - BEFORE_LISTENING_MS),
    );
  const missed = kept.filter((news) => news.seq > after);
  const isWhole = after <= seq && missed.length === seq - after;
  return isWhole ? told(seq, missed) : { kind: "reset", seq };
}

function told(seq: number, news: readonly News[]): Frame {
  return {
    kind: "news",
    seq,
    topics: news.reduce<readonly Topic[]>((all, { topics }) => join(all, topics), []),
  };
}
