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
  readonly at: number;
  readonly pace: Pace;
}

/** How long a message of so many segments keeps the line busy, in milliseconds. */
export function widthMs(segments: number, segmentsPerSecond: number): number {
  return (segments * 1_000) / (segmentsPerSecond * SHARE);
}

/** The next slot of a message that we start. */
export function takeBulk(pace: Pace, segments: number, segmentsPerSecond: number, now: number): Slot {
  const at = Math.max(now, pace.bulkAt);
  return { at, pace: { ...pace, bulkAt: at + widthMs(segments, segmentsPerSecond) } };
}

/** The slot of a reply: after other replies only, and bulk moves back by its width. */
export function takeReply(pace: Pace, segments: number, segmentsPerSecond: number, now: number): Slot {
  const at = Math.max(now, pace.replyAt);
  const width = widthMs(segments, segmentsPerSecond);
  return { at, pace: { bulkAt: Math.max(now, pace.bulkAt) + width, replyAt: at + width } };
}

/** What left without asking - the answers to webhooks - is made up for by those who ask. */
export function spend(pace: Pace, segments: number, segmentsPerSecond: number, now: number): Pace {
  const width = widthMs(segments, segmentsPerSecond);
  return { ...pace, bulkAt: Math.max(now, pace.bulkAt) + width };
}

/** A clock that was set back: what was promised further ahead than a line ever promises was promised by another clock. */
export function settled(pace: Pace, now: number, aheadMsMax: number): Pace {
  const settle = (at: number) => (at > now + aheadMsMax ? now : at);
  return { bulkAt: settle(pace.bulkAt), replyAt: settle(pace.replyAt) };
}
