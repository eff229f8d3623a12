// Time in a run: it stands still while anything is at work, and then goes to the next thing that waits for it.
// It is far ahead of the machine's own clock, so that no alarm of the runtime rings by itself.
import { vi } from "vitest";

interface Wait {
  readonly at: number;
  readonly resume: () => void;
}

export class Time {
  #waits: Wait[] = [];

  /** Takes over `Date` for everything in this isolate, objects included. */
  constructor(start: number) {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
  }

  now(): number {
    return Date.now();
  }

  async waitTill(at: number): Promise<void> {
    if (at <= this.now()) return;
    await new Promise<void>((resume) => this.#waits.push({ at, resume }));
  }

  /** When the next one that waits wants to go on; null while nobody waits. */
  nextAt(): number | null {
    return this.#waits.length === 0 ? null : Math.min(...this.#waits.map(({ at }) => at));
  }

  /** Goes there, never back, and wakes whoever waited for it. */
  goTo(at: number): void {
    // A clock shows whole milliseconds.
    vi.setSystemTime(Math.max(Math.ceil(at), this.now()));
    const due = this.#waits.filter((wait) => wait.at <= this.now());
    this.#waits = this.#waits.filter((wait) => wait.at > this.now());
    for (const { resume } of due) resume();
  }

  /** Gives the clock back. */
  end(): void {
    vi.useRealTimers();
    time = null;
  }
}

let time: Time | null = null;

export function startTime(start: number): Time {
  time = new Time(start);
  return time;
}

export function theTime(): Time {
  if (time === null) throw new Error("no run is under way");
  return time;
}
