// How fast a line may send: each message takes the next free slot, wide enough for its segments (the generic cell rate
// algorithm with no burst), so that no window of time ever holds more than its share and one message over it.

/** Slots are spread a little wider than the rate demands: what a timer is late by must not add up to more than the rate. */
const SHARE = 0.985;

/** When the next message may go, epoch milliseconds: `bulk` is what we start, `reply` what somebody waits for. */
export interface Pace {
  readonly bulkAt: number;
  readonly replyAt: number;
}

export const AT_REST: Pace = { bulkAt: 0, replyAt: 0 };

export interface Slot {
  /** In whole milliseconds; the pace itself keeps the fractions, so that they add up. */
  readonly at: number;
  readonly pace: Pace;
}

/** How long a message of so many segments keeps the line busy, in milliseconds. */
export function widthMs(segments: number, segmentsPerSecond: number, share = SHARE): number {
  return (segments * 1_000) / (segmentsPerSecond * share);
}

/** The next slot of a message that we start. */
export function takeBulk(pace: Pace, segments: number, segmentsPerSecond: number, now: number): Slot {
  const at = Math.max(now, pace.bulkAt);
  return { at: Math.ceil(at), pace: { ...pace, bulkAt: at + widthMs(segments, segmentsPerSecond) } };
}

/** A reply whose turn would come later than this asks again by then, and holds no slot meanwhile. */
export const REPLY_AHEAD_MS = 1_500;

/** The slot of a reply: after other replies only, and bulk moves back by its width. Without a `pace` it has none yet. */
export function takeReply(
  pace: Pace,
  segments: number,
  segmentsPerSecond: number,
  now: number,
): { readonly at: number; readonly pace: Pace | null } {
  const at = Math.max(now, pace.replyAt);
  if (at > now + REPLY_AHEAD_MS) return { at: Math.ceil(at), pace: null };
  const width = widthMs(segments, segmentsPerSecond);
  return {
    at: Math.ceil(at),
    pace: { bulkAt: Math.max(now, pace.bulkAt) + width, replyAt: at + width },
  };
}

/** What left without asking - the answers to webhooks - is made up for by those who ask. */
export function spend(pace: Pace, segments: number, segmentsPerSecond: number, now: number): Pace {
  const width = widthMs(segments, segmentsPerSecond);
  return { ...pace, bulkAt: Math.max(now, pace.bulkAt) + width };
}

/** 1,600 characters of two bytes each. */
const SEGMENTS_MAX = 24;
/** Bulk makes up for the answers to webhooks: a crowd that writes at once holds it up for minutes, not for longer. */
const BULK_AHEAD_MS_MAX = 10 * 60_000;

/** A clock that was set back: what was promised further ahead than a line ever promises was promised by another clock. */
export function settled({ bulkAt, replyAt }: Pace, segmentsPerSecond: number, now: number): Pace {
  const replyMax = now + REPLY_AHEAD_MS + widthMs(SEGMENTS_MAX, segmentsPerSecond);
  return {
    bulkAt: bulkAt > now + BULK_AHEAD_MS_MAX ? now : bulkAt,
    replyAt: replyAt > replyMax ? now : replyAt,
  };
}
