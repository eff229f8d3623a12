// While somebody calls from the page, calls' time is everybody's time.
import type { Exchange } from "../exchange.ts";
import { isOver } from "../voice/leg.ts";

/** Often enough that nobody notices. */
const TICK_MS = 100;

const running = new WeakSet<Exchange>();

/** Lets calls' time pass as it really does, until no call is left and nothing is due any more. */
export function runInRealTime(exchange: Exchange): void {
  if (!exchange.voice.isLive || running.has(exchange)) return;
  running.add(exchange);
  const { timers, legs } = exchange.voice;
  let last = performance.now();
  const tick = setInterval(() => {
    const now = performance.now();
    timers.advance(now - last);
    last = now;
    const isIdle = timers.nextDueIn() === undefined && [...legs.values()].every(isOver);
    if (!isIdle) return;
    clearInterval(tick);
    running.delete(exchange);
  }, TICK_MS);
  // A call nobody ended keeps no process from ending.
  tick.unref();
}
