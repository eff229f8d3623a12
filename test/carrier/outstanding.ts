// What the carrier has started and not finished: webhooks, callbacks, delayed steps.

export type Outstanding = {
  track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way, including what the awaited work started meanwhile. */
  settled: () => Promise<void>;
};

export function createOutstanding(): Outstanding {
  const underWay = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const entry: Promise<unknown> = work.finally(() => underWay.delete(entry)).catch(() => undefined);
      underWay.add(entry);
      return work;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
