// A volunteer's time on calls: one call has it at a time, whichever group's, and it ends by itself.
import type { Store } from "../store.ts";

interface Held {
  readonly callId: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface LeaseCall extends Held {
  readonly now: number;
}

const KEY = "lease";
/** It is a matter of seconds: more than the calls that ring one person in these. */
const GIVEN_BACK_MAX = 50;

export class Lease {
  readonly #store: Store;

  /**
   * Calls that gave back what they did not have yet: whoever hangs up is faster than their volunteer is found. They are not worth
   * a row: where the object slept in between, the time that is taken for a ring ends by itself.
   */
  readonly #givenBack = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Whether the call has their time now, until then; the same call again has it until the later instant. */
  take({ callId, until, now }: LeaseCall): boolean {
    if (this.#givenBack.has(callId)) return false;
    const held = this.#read();
    if (held !== null && held.until > now && held.callId !== callId) return false;
    if (held?.callId !== callId || held.until < until) this.#store.put(KEY, { callId, until });
    return true;
  }

  /** Gives it back, also where it is only taken after that; another call's stays. */
  end(callId: string): void {
    if (this.#read()?.callId === callId) return this.#store.drop(KEY);
    if (this.#givenBack.size >= GIVEN_BACK_MAX) this.#givenBack.clear();
    this.#givenBack.add(callId);
  }

  /** Whether some call has their time. */
  isTaken(now: number): boolean {
    return (this.#read()?.until ?? 0) > now;
  }

  #read(): Held | null {
    return JSON.parse(this.#store.get(KEY) ?? "null") as Held | null;
  }
}
