// The time that calls take: ringing, talking and waiting are counted here, and nobody really waits.

export type Timers = {
  /** Milliseconds since the carrier began, of which only calls know; it moves when somebody moves it. */
  now: () => number;
  /** Calls back when that much has passed; the returned function calls it off. */
  after: (ms: number, wake: () => void) => () => void;
  /** Milliseconds until the next one is due; undefined where nobody waits. */
  nextDueIn: () => number | undefined;
  /** Moves on, waking whoever comes due on the way at their own time. */
  advance: (byMs: number) => void;
};

type Timer = { dueAt: number; wake: () => void };

export function createTimers(): Timers {
  let now = 0;
  const waiting = new Set<Timer>();
  // Of two that are due together, the one that was set first: a Set keeps its order.
  const next = (): Timer | undefined => {
    let soonest: Timer | undefined;
    for (const timer of waiting) if (soonest === undefined || timer.dueAt < soonest.dueAt) soonest = timer;
    return soonest;
  };
  return {
    now: () => now,
    after: (ms, wake) => {
      const timer = { dueAt: now + Math.max(0, ms), wake };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    nextDueIn: () => {
      const timer = next();
      return timer === undefined ? undefined : timer.dueAt - now;
    },
    advance: (byMs) => {
      const until = now + byMs;
      for (let timer = next(); timer !== undefined && timer.dueAt <= until; timer = next()) {
        waiting.delete(timer);
        now = timer.dueAt;
        timer.wake();
      }
      now = until;
    },
  };
}
