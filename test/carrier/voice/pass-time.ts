// Letting calls' time pass without waiting for it: from one thing that comes due to the next.
import { pause } from "../clock.ts";
import type { Exchange } from "../exchange.ts";
import { startDue } from "../submit.ts";

/** Moves on to whatever comes due next; false where nothing does. Several who wait at a time share one step. */
function step(exchange: Exchange): Promise<boolean> {
  const { voice } = exchange;
  voice.step ??= takeStep(exchange).finally(() => {
    voice.step = undefined;
  });
  return voice.step;
}

async function takeStep(exchange: Exchange): Promise<boolean> {
  const { voice, outstanding } = exchange;
  // Whoever has waited long enough goes on first, and may have something to do at this very time.
  await pause(0);
  await outstanding.settled();
  const dueInMs = voice.timers.nextDueIn();
  if (dueInMs === undefined) return false;
  if (dueInMs > 0) {
    await voice.passTime(dueInMs);
    startDue(exchange);
  }
  voice.timers.advance(dueInMs);
  await outstanding.settled();
  return true;
}

/** Lets exactly so much time pass, everything that comes due on the way at its own time. */
export async function passMs(exchange: Exchange, ms: number): Promise<void> {
  const { timers } = exchange.voice;
  await exchange.outstanding.settled();
  let isOver = false;
  timers.after(ms, () => {
    isOver = true;
  });
  await passUntil(exchange, () => isOver);
}

/** Lets time pass until the thing is so; false where nothing more would ever happen. */
export async function passUntil(exchange: Exchange, isSo: () => boolean): Promise<boolean> {
  for (;;) {
    await exchange.outstanding.settled();
    if (isSo()) return true;
    if (!(await step(exchange))) return isSo();
  }
}
