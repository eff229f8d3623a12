// Waiting on a call: for time to pass, or for somebody at one of its telephones to do something.
import type { Exchange } from "../exchange.ts";
import { isOver, type Leg, type LegEvent, listen } from "./leg.ts";
import type { Task } from "./task.ts";

/** What a call's course of events works with. */
export type Floor = { exchange: Exchange; task: Task };

/** Thrown out of anything that waits on a leg that has ended. */
export class HungUp extends Error {
  override name = "HungUp";
}

export type Attending<T> = {
  /** Gives up after that much of calls' time; waits as long as it takes where absent. */
  ms?: number;
  /** Ends the wait with whatever it makes of an event, unless that is undefined. */
  take?: (event: LegEvent) => T | undefined;
  /** Another leg whose events count too. */
  also?: Leg;
};

const HUNG_UP = Symbol("hung up");

/** Undefined once the time is over. Throws `HungUp` when the leg ends, or has. */
export async function attend<T>(
  { exchange, task }: Floor,
  leg: Leg,
  attending: Attending<T>,
): Promise<T | undefined> {
  if (isOver(leg)) throw new HungUp();
  const { ms, take = () => undefined, also } = attending;
  const stops: (() => void)[] = [];
  const outcome = await task.rest<T | typeof HUNG_UP | undefined>((wake) => {
    const listener = (event: LegEvent): void => {
      const taken = take(event);
      if (taken !== undefined) wake(taken);
    };
    stops.push(
      listen(leg, (event) => {
        if (event.kind === "ended") wake(HUNG_UP);
        else listener(event);
      }),
    );
    if (also !== undefined) stops.push(listen(also, listener));
    if (ms !== undefined) stops.push(exchange.voice.timers.after(ms, () => wake(undefined)));
  });
  for (const stop of stops) stop();
  if (outcome === HUNG_UP || isOver(leg)) throw new HungUp();
  return outcome;
}

export async function passSeconds(floor: Floor, leg: Leg, seconds: number): Promise<void> {
  await attend(floor, leg, { ms: seconds * 1000 });
}
