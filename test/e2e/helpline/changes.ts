// What is changed while somebody is on the line counts from the next call on; and what is changed on a date counts in its order.
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import * as z from "zod";
import type { TestSystem } from "../harness.ts";
import { ACCEPTS, addThree, presses, somebody, type Three, ZONE } from "./three.ts";

const Made = z.object({ id: z.string() });
const Shifts = z.object({ data: z.array(z.object({ id: z.string(), weekday: z.int() })) });

export function playChanges(running: () => TestSystem): void {
  test("the shift changes in mid-hunt: this call goes on with those it began with, the next has the others", async () => {
    const system = running();
    const group = await addThree(system, { ringSeconds: 60, phones: [{ kind: "rings" }, ACCEPTS, ACCEPTS] });
    const now = Temporal.Instant.fromEpochMilliseconds(await system.now()).toZonedDateTimeISO(ZONE);
    const change = now.add({ minutes: 1 }).toPlainTime().toString().slice(0, 5);
    const { ann, ben, cem } = group;
    const shifts = [...daily("08:00", change, [ann.id, ben.id]), ...daily(change, "08:00", [cem.id])];
    await system.api.send("PUT", `/api/v1/helplines/${group.id}/shifts`, { shifts }, z.unknown());

    const call = await somebody(system).call(group.number);
    // Ann's telephone rings for a minute, in which the shift changes.
    expect(await call.connected()).toBe(ben.handset.number);
    expect(await group.lineUp()).toEqual(["Cem"]);
    const next = await somebody(system).call(group.number);
    expect(await next.connected()).toBe(cem.handset.number);
    await Promise.all([call.ended(), next.ended()]);
    expect(call.rung().map(({ number }) => number)).toEqual([ann.handset.number, ben.handset.number]);
  });

  test("a volunteer is removed while they talk: the two go on talking, and the next caller reaches another", async () => {
    const system = running();
    const group = await addThree(system, { phones: [presses("1", 300), ACCEPTS] });
    const call = await somebody(system).call(group.number);
    expect(await call.connected()).toBe(group.ann.handset.number);
    await system.api.send("DELETE", `/api/v1/volunteers/${group.ann.id}`, undefined, z.unknown());
    const next = await somebody(system).call(group.number);
    expect(await next.connected()).toBe(group.ben.handset.number);
    expect(call.status()).toBe("in-progress");
    await Promise.all([call.ended(), next.ended()]);
    expect(call.bridges()).toMatchObject([{ seconds: 300 }]);
    expect(await group.lineUp()).toEqual(["Ben", "Cem"]);
  });

  test("of two replacements of one shift on one date the newer counts; taken back, the older", async () => {
    const system = running();
    const group = await addThree(system, { phones: [ACCEPTS, ACCEPTS, ACCEPTS] });
    const path = `/api/v1/helplines/${group.id}/overrides`;
    const replaced = { kind: "replace", ...(await shiftNow(system, group)) };
    const override = (volunteers: readonly string[]) =>
      system.api.send("POST", path, { ...replaced, volunteers }, Made);

    await override([group.ben.id]);
    await expectOn(system, group, "Ben");
    const newer = await override([group.cem.id]);
    await expectOn(system, group, "Cem");
    await system.api.send("DELETE", `${path}/${newer.id}`, undefined, z.unknown());
    await expectOn(system, group, "Ben");
  });
}

function daily(from: string, to: string, volunteers: readonly string[]) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to, volunteers }));
}

/** The shift that is on, by the date on which it began. */
async function shiftNow(
  { api, now }: TestSystem,
  { id }: Three,
): Promise<{ readonly shiftId: string; readonly date: string }> {
  const here = Temporal.Instant.fromEpochMilliseconds(await now()).toZonedDateTimeISO(ZONE);
  const began = here.hour < 8 ? here.subtract({ days: 1 }) : here;
  const { data } = await api.get(`/api/v1/helplines/${id}/shifts`, Shifts);
  const shiftId = data.find(({ weekday }) => weekday === began.dayOfWeek)?.id ?? "";
  return { shiftId, date: began.toPlainDate().toString() };
}

/** By the rota, and by a call. */
async function expectOn(system: TestSystem, group: Three, name: string): Promise<void> {
  expect(await group.lineUp()).toEqual([name]);
  const call = await somebody(system).call(group.number);
  await call.ended();
  expect(group.heardBy(call)).toContain(`connected with ${name}`);
}
