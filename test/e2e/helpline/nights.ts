// The night from 22:00 to 02:00 when the clocks change: whoever the rota names at an instant is whose telephone rings for a call at that instant.
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import * as z from "zod";
import type { TestSystem } from "../harness.ts";
import { addThree, somebody, type Three } from "./three.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

interface Night {
  readonly zone: string;
  readonly clocks: "forward" | "back";
  /** In real time, from 22:00 to what 02:00 means that night. */
  readonly hours: number;
  readonly why: string;
}

const NIGHTS: readonly Night[] = [
  { zone: "Europe/London", clocks: "forward", hours: 3, why: "01:00 to 02:00 does not occur" },
  { zone: "Europe/London", clocks: "back", hours: 5, why: "01:00 to 02:00 occurs twice" },
  { zone: "America/New_York", clocks: "forward", hours: 4, why: "there is no 02:00: it ends at 03:00" },
  { zone: "America/New_York", clocks: "back", hours: 5, why: "01:00 to 02:00 occurs twice" },
  { zone: "Pacific/Auckland", clocks: "forward", hours: 4, why: "there is no 02:00: it ends at 03:00" },
  { zone: "Pacific/Auckland", clocks: "back", hours: 4, why: "02:00 occurs twice: it ends at the first" },
];

/** Of everything else here the last: the clock goes on by most of a year. */
export function playNights(running: () => TestSystem): void {
  test("22:00 to 02:00 over both changes of the clocks, in three zones: the rota and the telephones agree", async () => {
    const system = running();
    const now = await system.now();
    const groups = new Map<string, Three>();
    for (const zone of new Set(NIGHTS.map((night) => night.zone)))
      groups.set(zone, await addNightGroup(system, zone));
    const seen: string[] = [];
    const expected: string[] = [];
    for (const moment of NIGHTS.flatMap((night) => momentsOf(night, now)).sort((a, b) => a.at - b.at)) {
      const group = groups.get(moment.zone);
      if (group === undefined) continue;
      await system.tick(moment.at - (await system.now()));
      const [byRota, byCall] = [await group.lineUp(), await ring(system, group)];
      seen.push(`${moment.what}: ${byRota.join()} by the rota, ${byCall} by telephone`);
      expected.push(`${moment.what}: ${moment.name} by the rota, ${moment.name} by telephone`);
    }
    expect(seen).toEqual(expected);
  });
}

interface Moment {
  readonly zone: string;
  readonly at: number;
  readonly what: string;
  readonly name: string;
}

/** Cem until 22:00, Ann at night, Ben from 02:00 on. */
function momentsOf({ zone, clocks, hours }: Night, now: number): readonly Moment[] {
  const change = nextChange(zone, clocks, now);
  const start = change.subtract({ days: change.hour < 12 ? 1 : 0 }).withPlainTime("22:00").epochMilliseconds;
  const end = start + hours * HOUR_MS;
  const moment = (what: string, at: number, name: string): Moment => {
    return { zone, at, what: `${zone}, clocks go ${clocks}, ${what}`, name };
  };
  return [
    moment("a minute before 22:00", start - MINUTE_MS, "Cem"),
    moment("22:00", start, "Ann"),
    // Where 01:30 occurs twice, these are both of them.
    moment("an hour and a half before the end", end - 90 * MINUTE_MS, "Ann"),
    moment("half an hour before the end", end - 30 * MINUTE_MS, "Ann"),
    moment("the end", end, "Ben"),
    moment("an hour after it", end + HOUR_MS, "Ben"),
  ];
}

function nextChange(zone: string, clocks: Night["clocks"], now: number): Temporal.ZonedDateTime {
  const here = Temporal.Instant.fromEpochMilliseconds(now).add({ hours: 48 }).toZonedDateTimeISO(zone);
  for (let after = here.getTimeZoneTransition("next"); after !== null;) {
    const before = after.subtract({ nanoseconds: 1 });
    if (after.offsetNanoseconds > before.offsetNanoseconds === (clocks === "forward")) return after;
    after = after.getTimeZoneTransition("next");
  }
  throw new Error(`the clocks of ${zone} never go ${clocks}`);
}

async function addNightGroup(system: TestSystem, zone: string): Promise<Three> {
  const group = await addThree(system, { zone, shifts: "none" });
  const { ann, ben, cem } = group;
  const shifts = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, from: "22:00", to: "02:00", volunteers: [ann.id] },
    { weekday, from: "02:00", to: "12:00", volunteers: [ben.id] },
    { weekday, from: "12:00", to: "22:00", volunteers: [cem.id] },
  ]);
  await system.api.send("PUT", `/api/v1/helplines/${group.id}/shifts`, { shifts }, z.unknown());
  return group;
}

/** Whose telephone rings. */
async function ring(system: TestSystem, group: Three): Promise<string> {
  const call = await somebody(system).call(group.number);
  await call.hears("ringing");
  await call.hangUp();
  const rung = new Set(call.rung().map(({ number }) => number));
  return group.volunteers.flatMap(({ name, handset }) => (rung.has(handset.number) ? name : [])).join();
}
