// Somebody leaves the group: what was stays, and what is to come goes on without them.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leave } from "#core/rota/leave";
import { occurrences } from "#core/rota/occurrences";
import type { Occurrence, Rota } from "#core/rota/rota";
import { arbitraryCase, HOUR_MS } from "./arbitrary-rota.ts";
import { id, rota, shift } from "./writing.ts";

const NAMES = ["Ann", "Ben", "Cleo", "Dan"];
const ANN = id("Ann");
/** A Monday, noon in Berlin. */
const NOW = Date.parse("2026-06-15T10:00:00Z");
const DAY_MS = 24 * HOUR_MS;

function over<One extends { readonly id: string }>(all: readonly One[], put: readonly One[]): One[] {
  return [...all.filter((one) => !put.some((other) => other.id === one.id)), ...put];
}

function without(before: Rota, now: number): Rota {
  const { shifts, overrides, dropped } = leave(before, ANN, now);
  return {
    ...before,
    shifts: over(before.shifts, shifts),
    overrides: over(before.overrides, overrides).filter((one) => !dropped.includes(one.id)),
  };
}

const peopleOf = ({ people }: Occurrence): string[] =>
  people.map(({ volunteerId }) => NAMES.find((name) => id(name) === volunteerId) ?? "?");

/** `2026-06-15 Ann Ben` for every shift from a week before to a week after. */
function written(given: Rota): string[] {
  return occurrences(given, Date.parse("2026-06-08"), Date.parse("2026-06-23")).map((one) =>
    `${one.date} ${peopleOf(one).join(" ")}`.trim(),
  );
}

/** The same, for the four Tuesdays from 9 June. */
function weeks(given: Rota): string[][] {
  return [9, 16, 23, 30].map((day) =>
    occurrences(given, Date.UTC(2026, 5, day), Date.UTC(2026, 5, day + 1)).map(
      (one) => `${one.date} ${peopleOf(one).join(" ")}`,
    ),
  );
}

describe("who leaves at Monday noon", () => {
  test("is on Monday morning's shift and on none after it", () => {
    const before = rota("Europe/Berlin", [shift("Mon 09:00-11:00 Ann, Ben"), shift("Mon 13:00-15:00 Ann")]);
    expect(written(without(before, NOW))).toEqual([
      "2026-06-08 Ann Ben",
      "2026-06-08 Ann",
      "2026-06-15 Ann Ben",
      "2026-06-15",
      "2026-06-22 Ben",
      "2026-06-22",
    ]);
  });

  test("stays on the shift under way: no call finds them, and the night that began is what it was", () => {
    const before = rota("Europe/Berlin", [shift("Mon 11:00-13:00 Ann")]);
    expect(written(without(before, NOW))).toEqual(["2026-06-08 Ann", "2026-06-15 Ann", "2026-06-22"]);
  });

  test("leaves whose turn it is as it was, and where it was theirs, whoever comes after them has it", () => {
    const turns = { order: "turns", validFrom: "2026-06-02" } as const;
    const before = rota("Europe/Berlin", [
      shift("Tue 09:00-11:00 Cleo, Ann, Ben, Dan", turns),
      shift("Tue 13:00-15:00 Dan, Cleo, Ann, Ben", turns),
    ]);
    expect(weeks(before)).toEqual([
      ["2026-06-09 Ann Ben Dan Cleo", "2026-06-09 Cleo Ann Ben Dan"],
      ["2026-06-16 Ben Dan Cleo Ann", "2026-06-16 Ann Ben Dan Cleo"],
      ["2026-06-23 Dan Cleo Ann Ben", "2026-06-23 Ben Dan Cleo Ann"],
      ["2026-06-30 Cleo Ann Ben Dan", "2026-06-30 Dan Cleo Ann Ben"],
    ]);
    expect(weeks(without(before, NOW))).toEqual([
      ["2026-06-09 Ann Ben Dan Cleo", "2026-06-09 Cleo Ann Ben Dan"],
      ["2026-06-16 Ben Dan Cleo", "2026-06-16 Ben Dan Cleo"],
      ["2026-06-23 Dan Cleo Ben", "2026-06-23 Dan Cleo Ben"],
      ["2026-06-30 Cleo Ben Dan", "2026-06-30 Cleo Ben Dan"],
    ]);
  });

  test("leaves their swaps as they came out", () => {
    const before = rota(
      "Europe/Berlin",
      [shift("#1 Tue 09:00-11:00 Ann, Ben"), shift("#2 Wed 09:00-11:00 Cleo")],
      [
        "2026-06-09 swap #1 Ann > Dan",
        "2026-06-16 swap #1 Ann > Dan",
        "2026-06-17 swap #2 Cleo > Ann",
        "2026-06-10 swap #2 Cleo > Ann",
      ],
    );
    expect(written(before)).toEqual([
      "2026-06-09 Dan Ben",
      "2026-06-10 Ann",
      "2026-06-16 Dan Ben",
      "2026-06-17 Ann",
    ]);
    expect(written(without(before, NOW))).toEqual([
      "2026-06-09 Dan Ben",
      "2026-06-10 Ann",
      "2026-06-16 Dan Ben",
      "2026-06-17",
    ]);
  });

  test("changes nothing of a rota that does not name them", () => {
    const before = rota("UTC", [shift("#1 Tue 09:00-11:00 Ben")], ["2026-06-16 swap #1 Ben > Dan"]);
    expect(leave(before, ANN, NOW)).toEqual({ shifts: [], overrides: [], dropped: [] });
  });
});

test("whatever the rota: what has begun is as it was, and all that follows is the same without them", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rota: before, from }) => {
      const now = from + 18 * HOUR_MS;
      const [then, later] = [before, without(before, now)].map((given) =>
        occurrences(given, from - 3 * DAY_MS, from + 5 * DAY_MS).map((one) => ({
          when: `${one.date} ${one.startsAt} ${one.endsAt}`,
          people: one.startsAt <= now ? peopleOf(one) : peopleOf(one).filter((name) => name !== "Ann"),
          isAhead: one.startsAt > now,
          hasAnn: peopleOf(one).includes("Ann"),
        })),
      );
      const inOrder = (list: typeof then) =>
        list?.map(({ when, people }) => `${when} ${people.join()}`).toSorted();
      expect(inOrder(later)).toEqual(inOrder(then));
      expect(later?.filter(({ isAhead, hasAnn }) => isAhead && hasAnn)).toEqual([]);
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
