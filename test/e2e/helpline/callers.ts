// Who calls, and which number: nobody's, by somebody who is not taken, by somebody who hides.
import { expect, test } from "vitest";
import * as z from "zod";
import type { TestSystem } from "../harness.ts";
import { ACCEPTS, addThree, nextNumber, somebody } from "./three.ts";

const Calls = z.object({
  data: z.array(z.object({ outcome: z.string().nullable(), state: z.string() })),
});

export function playCallers(running: () => TestSystem): void {
  test("a number of no group says so politely", async () => {
    const system = running();
    const number = nextNumber();
    system.connectHelpline({ number, name: "Nobody's" });
    const call = await somebody(system).call(number);
    expect(await call.ended()).toMatchObject({ status: "completed", by: "product" });
    expect(call.script()).toEqual([
      "en-US: Sorry, this number is not in use at the moment. Please check it and call again.",
    ]);
  });

  test("a caller who is blocked rings no telephone and costs nothing; others are as welcome as before", async () => {
    const system = running();
    const group = await addThree(system, { phones: [ACCEPTS] });
    const caller = somebody(system);
    const block = { number: caller.number, reason: "threats" };
    await system.api.send("POST", `/api/v1/helplines/${group.id}/blocks`, block, z.unknown());
    const call = await caller.call(group.number);
    expect(await call.ended()).toMatchObject({ by: "product", seconds: 0 });
    expect(call.script()).toEqual(["busy signal"]);
    expect(group.telephones(call)).toEqual([]);
    const other = await somebody(system).call(group.number);
    expect(await other.connected()).toBe(group.ann.handset.number);
    await other.hangUp();
  });

  test("a caller who is blocked hears the group's words for it, where it has some", async () => {
    const system = running();
    const prompts = { blocked: { en: "We cannot take your calls." } };
    const group = await addThree(system, { prompts, phones: [ACCEPTS] });
    const caller = somebody(system);
    const block = { number: caller.number, reason: "threats" };
    await system.api.send("POST", `/api/v1/helplines/${group.id}/blocks`, block, z.unknown());
    const call = await caller.call(group.number);
    await call.ended();
    expect(call.script()).toEqual(["en-US: We cannot take your calls."]);
  });

  test.for(["anonymous", "restricted", "+266696687"])(
    "a caller shown as %s is put through like anybody, under the group's number",
    async (shownAs) => {
      const system = running();
      const group = await addThree(system, { callerId: "caller", phones: [ACCEPTS] });
      const call = await somebody(system).call(group.number, { shownAs });
      await call.ended();
      // Theirs is no number that could be shown.
      expect(call.rung()).toMatchObject([
        { number: group.ann.handset.number, shown: group.number, talkedSeconds: 90 },
      ]);
    },
  );

  test("a caller's own number is what the volunteer sees, where the group wants that", async () => {
    const system = running();
    const group = await addThree(system, { callerId: "caller", phones: [ACCEPTS] });
    const caller = somebody(system);
    const call = await caller.call(group.number);
    await call.ended();
    expect(call.rung()).toMatchObject([{ shown: caller.number, talkedSeconds: 90 }]);
  });

  test("a caller hangs up while it rings: the telephone falls silent, and nobody else's rings", async () => {
    const system = running();
    const group = await addThree(system);
    const call = await somebody(system).call(group.number);
    const ringing = await group.ann.handset.rings();
    await call.hangUp();
    expect(ringing.status()).toBe("canceled");
    await system.carrier.pass(120);
    expect(call.rung().map(({ number }) => number)).toEqual([group.ann.handset.number]);
    const path = `/api/v1/calls?helplineId=${group.id}`;
    await expect
      .poll(async () => (await system.api.get(path, Calls)).data, { timeout: 10_000 })
      .toEqual([{ state: "ended", outcome: "missed" }]);
  });
}
