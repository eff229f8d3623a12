// A call's own course of events: work that is under way, except while it waits for time to pass or for a person.
import type { Outstanding } from "../outstanding.ts";

export type Task = {
  /** Waits for `wake` without counting as under way: `settled` does not wait for it. */
  rest: <T>(arrange: (wake: (value: T) => void) => void) => Promise<T>;
};

/** Runs the work as a task; it counts as under way whenever it does not rest. A failure is left to surface. */
export function runTask(outstanding: Outstanding, work: (task: Task) => Promise<void>): void {
  let halt = begin(outstanding);
  const rest: Task["rest"] = (arrange) =>
    new Promise((resolve) => {
      let isResting = false;
      let isWoken = false;
      arrange((value) => {
        if (isWoken) return;
        isWoken = true;
        // Before whoever rested goes on, so that nobody finds everything settled in between.
        if (isResting) halt = begin(outstanding);
        resolve(value);
      });
      if (isWoken) return;
      isResting = true;
      halt();
    });
  void work({ rest }).finally(() => halt());
}

const doNothing = (): void => undefined;

function begin(outstanding: Outstanding): () => void {
  let end = doNothing;
  void outstanding.track(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  return end;
}
