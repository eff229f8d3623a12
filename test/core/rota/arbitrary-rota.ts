// Rotas of all kinds, around the days on which some clocks are changed.
import * as fc from "fast-check";
import type { Override, Rota, Shift } from "#core/rota/rota";
import { id } from "./writing.ts";

export const HOUR_MS = 3_600_000;

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Asia/Beirut",
  "America/Nuuk",
  "UTC",
];
/** Saturdays and Sundays of changes, and an ordinary week. */
const DATES = [
  "2026-03-07",
  "2026-03-28",
  "2026-04-04",
  "2026-09-26",
  "2026-10-03",
  "2026-10-24",
  "2026-11-01",
  "2026-06-10",
];
const PEOPLE = ["Ann", "Ben", "Cleo", "Dan"].map(id);
const SHIFT_IDS = Array.from({ length: 6 }, (_, index) => id(`shift ${index}`));

/** Often full hours near the changes, sometimes any minute. */
const time = fc
  .oneof(fc.constantFrom(0, 60, 90, 120, 150, 165, 180, 240, 480, 1320, 1410), fc.nat({ max: 1439 }))
  .map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
const people = fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 3 });

const near = (date: string) =>
  fc
    .integer({ min: -2, max: 3 })
    .map((days) => new Date(Date.parse(date) + days * 24 * HOUR_MS).toISOString().slice(0, 10));

const shift = (date: string, shiftId: string): fc.Arbitrary<Shift> =>
  fc.record({
    id: fc.constant(shiftId),
    weekday: fc.integer({ min: 1, max: 7 }),
    from: time,
    to: time,
    volunteers: people,
    order: fc.constantFrom("given", "turns"),
    validFrom: fc.option(near(date), { freq: 3 }),
    validUntil: fc.option(near(date), { freq: 3 }),
  });

const change = (date: string, overrideId: string): fc.Arbitrary<Override> => {
  const base = { id: fc.constant(overrideId), date: near(date), at: fc.nat({ max: 3 }) };
  // Weekly shifts, and those that the first two changes may have added.
  const shiftId = fc.constantFrom(...SHIFT_IDS, id("change 0"), id("change 1"));
  const one = fc.option(fc.constantFrom(...PEOPLE), { freq: 3 });
  return fc.oneof(
    fc.record({ ...base, kind: fc.constant("add" as const), from: time, to: time, volunteers: people }),
    fc.record({ ...base, kind: fc.constant("remove" as const), shiftId }),
    fc.record({ ...base, kind: fc.constant("replace" as const), shiftId, volunteers: people }),
    fc.record({ ...base, kind: fc.constant("swap" as const), shiftId, from: one, to: one }),
  );
};

export interface Case {
  readonly rota: Rota;
  readonly from: number;
  /** A day and a half. */
  readonly minutes: number;
}

export const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({ date: fc.constantFrom(...DATES), zone: fc.constantFrom(...ZONES) })
  .chain(({ date, zone }) =>
    fc.record({
      from: fc.nat({ max: 1440 }).map((minute) => Date.parse(date) + (minute - 720) * 60_000),
      minutes: fc.constant(1.5 * 1440),
      rota: fc.record({
        zone: fc.constant(zone),
        shifts: fc.tuple(...SHIFT_IDS.map((shiftId) => shift(date, shiftId))),
        overrides: fc
          .nat({ max: 12 })
          .chain((count) =>
            fc.tuple(...Array.from({ length: count }, (_, index) => change(date, id(`change ${index}`)))),
          ),
        holidays: fc
          .uniqueArray(near(date), { maxLength: 1 })
          .map((dates) => dates.map((day) => ({ date: day, name: "-" }))),
      }),
    }),
  );

function two(number: number): string {
  return String(number).padStart(2, "0");
}
