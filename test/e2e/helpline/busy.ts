// Volunteers who are on the telephone already: on this line, on another group's, or as callers themselves.
import { expect, test } from "vitest";
import * as z from "zod";
import type { Answering } from "../../carrier/carrier.ts";
import type { TestSystem } from "../harness.ts";
import { always, addThree, ORDERS, somebody } from "./three.ts";

/** Until the caller hangs up. */
const TALKS: Answering = { kind: "answers", presses: "1" };
const SKIPPED = ["en-US: Hello, this is Riverside.", "en-US: Nobody can take your call right now."];

export function playBusy(running: () => TestSystem): void {
  test.for(ORDERS)("%s: everybody is busy, each in another way, until they are not", async (order) => {
    const { api, ...system } = running();
    const group = await addThree(running(), { order, phones: [TALKS, TALKS, TALKS] });
    const elsewhere = await addThree(running(), { shifts: "none" });
    const { ann, ben, cem } = group;
    await api.send("PUT", `/api/v1/helplines/${elsewhere.id}/volunteers/${ben.id}`, {}, z.unknown());
    const shifts = always("08:00").map((shift) => ({ ...shift, volunteers: [ben.id] }));
    await api.send("PUT", `/api/v1/helplines/${elsewhere.id}/shifts`, { shifts }, z.unknown());

    const withAnn = await somebody(system).call(group.number);
    expect(await withAnn.connected()).toBe(ann.handset.number);
    const withBen = await somebody(system).call(elsewhere.number);
    expect(await withBen.connected()).toBe(ben.handset.number);
    const ofCem = await cem.handset.call(elsewhere.number);
    await ofCem.hears("beep");

    const call = await somebody(system).call(group.number);
    await call.hears("beep");
    expect(group.heardBy(call).slice(0, 2)).toEqual(SKIPPED);
    expect(group.telephones(call)).toEqual([]);

    for (const over of [call, withAnn, withBen, ofCem]) await over.hangUp();
    const [first] = await group.lineUp();
    const after = await somebody(system).call(group.number);
    const answered = await after.connected();
    expect(group.volunteers.find(({ handset }) => handset.number === answered)?.name).toBe(first);
    await after.hangUp();
  });

  test("two who call at once are put through to two", async () => {
    const system = running();
    const group = await addThree(system, { phones: [TALKS, TALKS, TALKS] });
    const [one, other] = [somebody(system), somebody(system)];
    const calls = await Promise.all([one.call(group.number), other.call(group.number)]);
    const answered = await Promise.all(calls.map((call) => call.connected()));
    expect(answered.sort()).toEqual([group.ann.handset.number, group.ben.handset.number]);
    for (const call of calls) await call.hangUp();
  });
}
