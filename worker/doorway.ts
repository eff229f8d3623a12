// The way out of this isolate to the carrier, one for each line: whoever is ready goes when the distance to the last is kept.
// The Sender's slots are the plan for all isolates; this holds up what bunches here because a slot was used late.
import { FAST_PER_SECOND } from "#core/campaign/slots";
import { depart, departLate, fitsAt, freeAt, LOOKED_BACK_MS, NONE_LEFT } from "#core/departures";
import type { Departed } from "#core/departures";
import type { Line } from "#core/line";

/** Lines an isolate sends on at a time; one that is forgotten begins anew. */
const KEPT_MAX = 100;
/** Of how many answers the usual wait for one is the running mean. */
const ANSWERS = 16;
/** Nobody waits here for so long: what says so was written by another clock, before it was set back. */
const AHEAD_MS_MAX = 60_000;
/** A carrier that takes longer still is slow to answer, not slow to take. */
const EXTRA_MS_MAX = 100;

export interface Departure {
  /** Epoch milliseconds. */
  readonly at: number;
  /** When it fits beside what left since it was given its turn, a reply that went before it; `now` nearly always. */
  readonly fitsAt: (now: number) => number;
  readonly begins: (now: number) => void;
  readonly isAnswered: (now: number) => void;
}

export class Doorway {
  #left = NONE_LEFT;
  /** What is gone, oldest first; `#left` also holds what only has its turn. */
  #gone: readonly Departed[] = [];
  #usualMs: number | null = null;
  readonly #segmentsPerSecond: number;

  constructor(segmentsPerSecond: number) {
    this.#segmentsPerSecond = segmentsPerSecond;
  }

  /** The turn of a message that may leave from `now` on; null if there is none until `until`. On a slow line every slot is wide enough. */
  take(segments: number, now: number, until: number): Departure | null {
    const free = freeAt(this.#left, segments, this.#segmentsPerSecond);
    if (free > now + AHEAD_MS_MAX) this.#left = NONE_LEFT;
    const isHeldUp = this.#segmentsPerSecond >= FAST_PER_SECOND && free <= now + AHEAD_MS_MAX;
    const at = isHeldUp ? Math.max(now, Math.ceil(free)) : now;
    return at > until ? null : this.#depart(segments, at);
  }

  /** The turn of a message before everything that waits: nearly always at once. What follows makes up for it; null as for `take`. */
  hurry(segments: number, now: number, until: number): Departure | null {
    const at = this.#fitsAt(segments, now);
    return at > until ? null : this.#depart(segments, at);
  }

  #fitsAt(segments: number, now: number): number {
    if (this.#segmentsPerSecond < FAST_PER_SECOND) return now;
    return fitsAt(this.#lately(now), segments, this.#segmentsPerSecond, now);
  }

  #lately(now: number): readonly Departed[] {
    return this.#gone.filter(({ at }) => at > now - LOOKED_BACK_MS && at <= now);
  }

  #depart(segments: number, at: number): Departure {
    const { spentMs } = this.#left;
    this.#left = depart(this.#left, segments, this.#segmentsPerSecond, at);
    const wasAt = (late: number) => {
      this.#left = departLate(this.#left, spentMs, late);
    };
    let begunAt = at;
    return {
      at,
      fitsAt: (now) => this.#fitsAt(segments, now),
      begins: (now) => {
        begunAt = now;
        this.#gone = [...this.#lately(now), { at: now, segments }];
        wasAt(now);
      },
      // The carrier took it somewhere between: what it took longer than usual may have been the way there.
      isAnswered: (now) => {
        const tookMs = now - begunAt;
        const usualMs = this.#usualMs ?? tookMs;
        wasAt(begunAt + Math.min(EXTRA_MS_MAX, Math.max(0, tookMs - usualMs)));
        this.#usualMs = usualMs + (tookMs - usualMs) / ANSWERS;
      },
    };
  }
}

const doorways = new Map<string, { readonly segmentsPerSecond: number; readonly doorway: Doorway }>();

/** The line's doorway here; one whose rate was changed begins anew. */
export function doorwayOf({ id, segmentsPerSecond }: Pick<Line, "id" | "segmentsPerSecond">): Doorway {
  const known = doorways.get(id);
  if (known?.segmentsPerSecond === segmentsPerSecond) return known.doorway;
  const [oldest] = doorways.keys();
  if (doorways.size >= KEPT_MAX && oldest !== undefined) doorways.delete(oldest);
  const doorway = new Doorway(segmentsPerSecond);
  doorways.set(id, { segmentsPerSecond, doorway });
  return doorway;
}
