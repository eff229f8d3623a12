// The one place where now comes from. In the demo it may be ahead of real time by what the phone's jumps added up to.
import { readSetting, writeSetting } from "./db/settings.ts";

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const realClock: Clock = { now: () => Date.now() };

const AHEAD = "demo.ahead_ms";

/** How far ahead this isolate knows the demo's clock to be; read from D1 once, then moved by jumps. */
let aheadMs: number | null = null;

export async function openDemoClock(db: D1Database): Promise<Clock> {
  aheadMs ??= Number((await readSetting(db, AHEAD)) ?? 0);
  return { now: () => Date.now() + (aheadMs ?? 0) };
}

/** Moves the demo's clock forward, never back; returns the new now. */
export async function advanceDemoClock(db: D1Database, advanceMs: number): Promise<number> {
  const clock = await openDemoClock(db);
  aheadMs = (aheadMs ?? 0) + advanceMs;
  await writeSetting(db, AHEAD, aheadMs, clock.now());
  return clock.now();
}
