// The carrier's idea of the time: its owner's clock plus an offset that follows the product's jumps.

export type Clock = {
  now: () => number;
  advance: (byMs: number) => void;
  /** Takes over another clock's reading, whatever the offset was before. */
  follow: (nowMs: number) => void;
  /** Calls back whenever it has taken over another clock's reading: both then agree on what has come due. */
  onFollow: (listener: () => void) => void;
};

export function createClock(base: () => number): Clock {
  let offsetMs = 0;
  const listeners: (() => void)[] = [];
  return {
    now: () => base() + offsetMs,
    advance: (byMs) => {
      offsetMs += byMs;
    },
    follow: (nowMs) => {
      offsetMs = nowMs - base();
      for (const listener of listeners) listener();
    },
    onFollow: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Waits in real time; even a pause of nothing lets everything already under way go first. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) setTimeout(resolve, ms);
    else setImmediate(resolve);
  });
}
