// Letting calls' time pass without waiting for it: from one thing that comes due to the next.
import type { Exchange } from "../exchange.ts";
import { startDue } from "../submit.ts";

/** Moves on to whatever comes due next, at most so far; false where nothing does. Several at a time make one step. */
function stepOnce(exchange: Exchange, atMostMs: number): Promise<boolean> {
  const { voice } = exchange;
  voice.step ??= takeStep(exchange, atMostMs).finally(() => {
    voice.step = undefined;
  });
  return voice.step;
}

async function takeStep(exchange: Exchange, atMostMs: number): Promise<boolean> {
  const { voice, outstanding } = exchange;
  await outstanding.settled();
  const dueInMs = voice.timers.nextDueIn();
  if (dueInMs === undefined || dueInMs > atMostMs) return false;
  await move(exchange, dueInMs);
  await outstanding.settled();
  return true;
}

async function move(exchange: Exchange, byMs: number): Promise<void> {
  if (byMs > 0) {
    await exchange.voice.passTime(byMs);
    startDue(exchange);
  }
  exchange.voice.timers.advance(byMs);
}

/** Lets exactly so much time pass, everything that comes due on the way at its own time. */
export async function passMs(exchange: Exchange, ms: number): Promise<void> {
  const { timers } = exchange.voice;
  await exchange.outstanding.settled();
  const until = timers.now() + ms;
  while (timers.now() < until && (await stepOnce(exchange, until - timers.now()))) {
    // Every step does its own work.
  }
  const leftMs = until - timers.now();
  if (leftMs > 0) await move(exchange, leftMs);
  await exchange.outstanding.settled();
}

/** Lets time pass until the thing is so; false where nothing more would ever happen, or not within that time. */
export async function passUntil(
  exchange: Exchange,
  isSo: () => boolean,
  withinMs = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { timers } = exchange.voice;
  const until = timers.now() + withinMs;
  for (;;) {
    await exchange.outstanding.settled();
    if (isSo()) return true;
    if (!(await stepOnce(exchange, until - timers.now()))) return isSo();
  }
}
