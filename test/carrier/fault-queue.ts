// Faults lined up for the events to come.

/** A line of faults waiting for the next events of one sort. */
export type FaultQueue<T> = {
  /** The next `times` events suffer this. */
  next: (fault: T, times?: number) => void;
  /** Every event without a fault of its own suffers this; nothing ends it. */
  always: (fault?: T) => void;
  clear: () => void;
  /** For the carrier: the fault of the event at hand. */
  take: () => T | undefined;
};

export function createFaultQueue<T>(): FaultQueue<T> {
  let waiting: T[] = [];
  let standing: T | undefined;
  return {
    next: (fault, times = 1) => {
      for (let count = 0; count < times; count += 1) waiting.push(fault);
    },
    always: (fault) => {
      standing = fault;
    },
    clear: () => {
      waiting = [];
      standing = undefined;
    },
    take: () => waiting.shift() ?? standing,
  };
}
