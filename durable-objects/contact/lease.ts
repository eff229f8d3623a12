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

/** Whether the call has their time now, until then; the same call again has it until the later instant. */
export function takeLease(store: Store, { callId, until, now }: LeaseCall): boolean {
  const held = read(store);
  if (held !== null && held.until > now && held.callId !== callId) return false;
  if (held?.callId !== callId || held.until < until) store.put(KEY, { callId, until });
  return true;
}

/** Gives it back; another call's stays. */
export function endLease(store: Store, callId: string): void {
  if (read(store)?.callId === callId) store.drop(KEY);
}

function read(store: Store): Held | null {
  return JSON.parse(store.get(KEY) ?? "null") as Held | null;
}
