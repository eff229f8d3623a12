// What is to happen at a later time by the simulator's clock: nothing here waits in real time.
import type { Clock } from "../clock.ts";

export interface Agenda {
  readonly add: (at: number, run: () => void) => void;
  /** Does what has come due, in the order of its time; called whenever the clock has followed the product's. */
  readonly runDue: () => void;
}

export function createAgenda(clock: Clock): Agenda {
  let entries: { readonly at: number; readonly run: () => void }[] = [];
  const runDue = (): void => {
    const now = clock.now();
    const due = entries.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    entries = entries.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  clock.onFollow(runDue);
  return {
    add: (at, run) => {
      entries.push({ at, run });
    },
    runDue,
  };
}
