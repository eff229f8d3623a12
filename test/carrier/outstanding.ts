// What the carrier has started and not finished: webhooks, callbacks, delayed steps.

export type Outstanding = {
  track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way, including what the awaited work started meanwhile. */
  settled: () => Promise<void>;
};

export function createOutstanding(): Outstanding {
  const underWay = new Set<Promise<unknown>>();
  return {
    // A failure here is a mistake in the carrier itself: it is left to surface, not caught.
    track: (work) => {
      const entry = work.finally(() => underWay.delete(entry));
      underWay.add(entry);
      return entry;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
