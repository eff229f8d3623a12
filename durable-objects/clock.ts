// An object's idea of now. In the demo the clock may be ahead of real time; the object remembers by how much
// from its last call, since an alarm brings no time of its own.

/** Differences below this are the time a call takes, not a jump. */
const JITTER_MS = 2_000;

export class ObjectClock {
  readonly #isDemo: boolean;
  #aheadMs: number;

  constructor(isDemo: boolean, aheadMs: number) {
    this.#isDemo = isDemo;
    this.#aheadMs = aheadMs;
  }

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** The real instant at which this clock shows `at`. */
  toReal(at: number): number {
    return at - this.#aheadMs;
  }

  /** Takes over the caller's idea of now; returns how far ahead it is when that is news worth keeping. */
  learn(now: number): number | null {
    const aheadMs = now - Date.now();
    if (!this.#isDemo || Math.abs(aheadMs - this.#aheadMs) < JITTER_MS) return null;
    this.#aheadMs = aheadMs;
    return aheadMs;
  }
}
