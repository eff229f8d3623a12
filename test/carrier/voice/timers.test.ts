// Calls' own time: whoever is due is woken at their own time and in order, whatever the steps.
import { expect, test } from "vitest";
import { seeded } from "../testing/setup.ts";
import { createTimers } from "./timers.ts";

test("whoever waits is woken in order of time, and of asking where two are due together", () => {
  const random = seeded(7);
  for (let round = 0; round < 200; round += 1) {
    const timers = createTimers();
    const woken: { dueAt: number; order: number; at: number }[] = [];
    for (let order = 0; order < 20; order += 1) {
      const dueAt = Math.floor(random() * 50);
      timers.after(dueAt, () => woken.push({ dueAt, order, at: timers.now() }));
    }
    while (timers.now() < 60) timers.advance(1 + Math.floor(random() * 15));
    expect(woken).toHaveLength(20);
    for (const { dueAt, at } of woken) expect(at).toBe(dueAt);
    expect(woken).toEqual([...woken].sort((a, b) => a.dueAt - b.dueAt || a.order - b.order));
  }
});

test("what is called off wakes nobody; what is asked for on the way comes due on the way", () => {
  const timers = createTimers();
  const woken: string[] = [];
  timers.after(5, () => woken.push("called off"))();
  timers.after(10, () => {
    woken.push("ten");
    timers.after(5, () => woken.push("fifteen"));
  });
  expect(timers.nextDueIn()).toBe(10);
  timers.advance(20);
  expect(woken).toEqual(["ten", "fifteen"]);
  expect([timers.now(), timers.nextDueIn()]).toEqual([20, undefined]);
});
