// A gate that can be held shut while things pile up behind it.

/** Things kept back by hand: callbacks, or the queue of outgoing messages. */
export type Gate = {
  hold: () => void;
  /** Lets everything out, in the order the given function makes of it, and stops holding. */
  release: (order?: <T>(waiting: T[]) => T[]) => void;
  readonly held: boolean;
  readonly waitingCount: number;
  keep: (resume: () => void) => void;
};

export function createGate(): Gate {
  let held = false;
  let waiting: (() => void)[] = [];
  return {
    hold: () => {
      held = true;
    },
    release: (order = (all) => all) => {
      const leaving = order(waiting);
      held = false;
      waiting = [];
      for (const resume of leaving) resume();
    },
    get held() {
      return held;
    },
    get waitingCount() {
      return waiting.length;
    },
    keep: (resume) => {
      waiting.push(resume);
    },
  };
}
