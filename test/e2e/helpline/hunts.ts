// Strategy by outcome: every cell is a call between handsets, and the call after it shows whose turn it is by then.
import { expect, test } from "vitest";
import type { Call } from "../../carrier/carrier.ts";
import type { TestSystem } from "../harness.ts";
import { OUTCOMES, type Outcome } from "./outcomes.ts";
import { ACCEPTS, addThree, ORDERS, somebody } from "./three.ts";

const CELLS = ORDERS.flatMap((order) => OUTCOMES.map((outcome) => ({ order, ...outcome })));

export function playHunts(running: () => TestSystem): void {
  test.for(CELLS)("$order: $what", async ({ order, given, caller, hears, telephones, next }) => {
    const system = running();
    const group = await addThree(system, { ...given, order });
    const call = await somebody(system).call(group.number);
    await playCaller[caller](call);
    expect(group.heardBy(call)).toEqual(hears);
    expect(group.telephones(call)).toEqual(telephones);

    expect(await group.lineUp()).toEqual(next[order]);
    for (const { handset } of group.volunteers) handset.whenCalled(ACCEPTS);
    const after = await somebody(system).call(group.number);
    const [turn] = next[order];
    if (turn === undefined) await after.hears("beep");
    else await after.ended();
    expect(after.rung().map(({ number }) => number)).toEqual(
      group.volunteers.filter(({ name }) => name === turn).map(({ handset }) => handset.number),
    );
    await after.hangUp();
  });
}

const playCaller: Readonly<Record<Outcome["caller"], (call: Call) => Promise<void>>> = {
  waits: async (call) => {
    expect(await call.ended()).toMatchObject({ status: "completed" });
  },
  "leaves a message": async (call) => {
    await call.hears("beep");
    await call.speak("Please call me back.", 10);
    await call.hangUp();
  },
  "hangs up when it rings": async (call) => {
    await call.hears("ringing");
    await call.hangUp();
    await call.ended();
  },
};
