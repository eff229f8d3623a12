// An object's one alarm: set no oftener than it has to be, and again when it was lost.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Alarm } from "../../durable-objects/alarm.ts";

const NOON = Date.parse("2026-11-23T12:00:00Z");
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An object that woke up with this alarm set. */
async function awake(at: number | null) {
  const set: number[] = [];
  const storage = {
    getAlarm: async () => at,
    setAlarm: async (when: number) => {
      set.push(when);
    },
  };
  const alarm = new Alarm(storage as ConstructorParameters<typeof Alarm>[0]);
  await alarm.recall();
  return { alarm, set };
}

test.each([
  ["none is set", null, NOON + 5 * MINUTE, [NOON + 5 * MINUTE]],
  ["one comes early enough", NOON + MINUTE, NOON + 5 * MINUTE, []],
  ["one comes too late", NOON + 9 * MINUTE, NOON + 5 * MINUTE, [NOON + 5 * MINUTE]],
  ["one is about to ring", NOON - 5_000, NOON + 5 * MINUTE, []],
  ["one never rang", NOON - 2 * MINUTE, NOON + 5 * MINUTE, [NOON + 5 * MINUTE]],
])("where %s", async (_where, at, by, expected) => {
  const { alarm, set } = await awake(at);
  alarm.wakeBy(by);
  expect(set).toEqual(expected);
});
